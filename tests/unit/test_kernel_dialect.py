"""The kernel keeps to a dialect that gives the same bits compiled, interpreted and elsewhere.

The syntax tree of every file is read; what is refused, and why, stands in `FORBIDDEN` and below.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import malaparte.kernel

ROOT = Path(malaparte.kernel.__file__).parent
FILES = sorted(ROOT.rglob("*.py"))
DECORATORS = {"kernel", "entry", "typed", "shared"}
ARRAYS = {"theta", "thetas", "ints", "floats", "rows", "row", "taken", "persons", "table", "p"}
ARRAYS |= {"kinds", "keys", "out"}
"""Arguments that are arrays."""
FILLS_RESULTS = {"after.tell.tell", "cpu.run", "quantile.fill", "road.run.walk_many"}
"""Functions that loop over worlds and fill the arrays of results."""
MATH = {"sqrt", "floor", "ceil", "fabs", "inf", "nan", "isnan"}
"""What of ``math`` is exact everywhere: IEEE 754 fixes it to the last bit."""
BUILT_IN = {"range", "int", "min", "max"}
NEVER_ZERO = {
    "after.hold.hold": "max with a positive number",
    "after.support.support_after": "max with a positive number, see hold",
    "public.acting.kept": "a ratio above one",
    "public.acting.strike_place": "walls begin at one, and the ratio is asked for",
    "public.acting.target_of": "a kilometre and a way",
    "public.channels.hear_channels": "delays are above zero by their measure",
    "public.choosing.choose": "a precision is above zero by its measure",
    "public.choosing.see": "max with one",
    "public.crowd.arrest_chance": "max with one",
    "public.crowd.street": "delays are above zero by their measure",
    "public.game.fall_believed": "precisions are above zero by their measure",
    "public.game.margin": "precisions are above zero by their measure",
    "public.game.normal_share": "polynomials of positive coefficients at z >= 0",
    "cpu.run": "a design has at least one world a set",
    "day.alarm.alarm_rate": "the rate of the best case adds up positive rates",
    "day.message.best_rate": "delays are above zero by their measure",
    "day.message.state_rate": "delays are above zero by their measure",
    "day.message.plot_rate": "delays are above zero by their measure",
    "day.message.message_time": "runners always run",
    "day.plan.squads_needed": "squads without men are not divided",
    "day.plan.divide": "a kind of squads has a target",
    "day.travel.median_time": "speeds begin at 0.1 km/h",
    "maths.scaled": "a power of two",
    "maths.exp": "|c| < 0.4",
    "maths.log": "f > -0.5",
    "maths.normal_quantile": "polynomials without a zero there (Wichura 1988)",
    "quantile.fill_beta": "a density is not zero everywhere",
    "road.arrest.arrest": "max with a positive number",
    "road.grain.farm": "max with a positive number, and months have days",
    "road.grain.gap_over": "prices begin at 0.001",
    "road.grain.offer": "prices and goods begin at 0.001",
    "road.grain.rationed_share": "prices begin at 0.001",
    "road.grain.sell": "max with a positive number, and months have days",
    "road.grain.sold_share": "no offer goes above MOST",
    "road.step.begin_road": "a day has at least one step",
    "road.step.road_day": "a day has at least one step",
    "road.grain.state_share": "one and an odds",
    "road.grain.goods_now": "max with a positive number",
    "road.hoarding.best_lot": "max with a positive number",
    "road.hoarding.demand": "max with one",
    "road.secrecy.show": "max with one",
    "road.mood.feel": "max with a positive number, and one and a ratio",
    "road.mood.get_used": "days count from nought",
    "road.plot.joined": "there are fewer members than room; one and an odds",
    "road.queue.flow": "the net is negative",
    "road.queue.shop_day": "hours and rush begin at 0.1, see trade",
    "road.rumour.spread": "a day has steps",
    "road.run.walk_many": "a design has at least one world a set",
    "road.secrecy.after_ratio": "a ratio is positive, see strike",
    "road.secrecy.after_report": "max with a positive number",
    "road.towns.bread_ration": "max with a positive number",
    "road.towns.cover": "max with a positive number",
    "road.towns.need": "a month has days",
    "road.towns.supply": "max with one",
    "quantile.quantile": "the spread of a triangular is positive, and a table climbs at u",
}
"""Functions that divide by what they do not compare with anything -> why it is never zero."""
FORBIDDEN = {
    ast.Pow: "`**` differs between compiled and interpreted code",
    ast.Try: "no exceptions",
    ast.Raise: "no exceptions",
    ast.Assert: "no exceptions",
    ast.With: "no context managers",
    ast.Yield: "no generators",
    ast.YieldFrom: "no generators",
    ast.Lambda: "no closures",
    ast.List: "no allocation",
    ast.Dict: "no allocation",
    ast.Set: "no allocation",
    ast.ListComp: "no allocation",
    ast.DictComp: "no allocation",
    ast.SetComp: "no allocation",
    ast.GeneratorExp: "no allocation",
    ast.JoinedStr: "no text",
    ast.Starred: "no tuples of arrays",
    ast.Global: "no globals but constants",
    ast.Nonlocal: "no globals but constants",
    ast.Import: "no imports",
    ast.ImportFrom: "no imports",
    ast.ClassDef: "no classes",
    ast.Delete: "no deletion",
}

Function = ast.FunctionDef
Module = tuple[str, ast.Module]
TREES: list[Module] = [
    (".".join(path.relative_to(ROOT).with_suffix("").parts), ast.parse(path.read_text("utf-8")))
    for path in FILES
]


def decorator(function: Function) -> str:
    for node in function.decorator_list:
        called = node.func if isinstance(node, ast.Call) else node
        if isinstance(called, ast.Name) and called.id in DECORATORS:
            return called.id
    return ""


def kernels(tree: ast.Module) -> Iterator[Function]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and decorator(node):
            yield node


def constants(tree: ast.Module) -> set[str]:
    """Names that a module gives to numbers: upper case, assigned or imported."""
    names: set[str] = set()
    for node in tree.body:
        if isinstance(node, ast.ImportFrom):
            names |= {alias.asname or alias.name for alias in node.names}
        targets = node.targets if isinstance(node, ast.Assign) else []
        for target in targets:
            parts = target.elts if isinstance(target, ast.Tuple) else [target]
            names |= {part.id for part in parts if isinstance(part, ast.Name)}
    return names


def body(function: Function) -> Iterator[ast.AST]:
    for statement in function.body:
        yield from ast.walk(statement)


def faults(name: str, tree: ast.Module) -> list[str]:
    """Return what a module's kernel functions do that they must not."""
    functions = {node.name for node in kernels(tree)}
    known = constants(tree) | functions | BUILT_IN | {"math"}
    found: list[str] = []
    for function in kernels(tree):
        rules = (
            arguments(f"{name}.{function.name}", function),
            statements(function),
            globals_used(function, known),
            divisions(f"{name}.{function.name}", function),
            calls(function),
        )
        found += [f"{name}.{function.name}: {words}" for rule in rules for words in rule]
    return found


def arguments(where: str, function: Function) -> Iterator[str]:
    given = function.args
    if given.vararg or given.kwarg or given.kwonlyargs or given.defaults:
        yield "only plain arguments"
    arrays = [each.arg for each in given.args if each.arg in ARRAYS]
    if len(arrays) > 3 and where not in FILLS_RESULTS:
        yield f"{len(arrays)} arrays; at most three"


def statements(function: Function) -> Iterator[str]:
    for node in body(function):
        yield from (words for kind, words in FORBIDDEN.items() if isinstance(node, kind))
        if isinstance(node, ast.FunctionDef):
            yield "no function inside a function"
        if isinstance(node, ast.Attribute):
            owner = node.value.id if isinstance(node.value, ast.Name) else ""
            if owner == "math" and node.attr not in MATH:
                yield f"math.{node.attr} differs between machines"
            elif owner != "math" and node.attr not in ("size", "shape"):
                yield f"`{ast.unparse(node)}`: only math and the size of an array"


def globals_used(function: Function, known: set[str]) -> Iterator[str]:
    own = {argument.arg for argument in function.args.args}
    names = [node for node in body(function) if isinstance(node, ast.Name)]
    own |= {node.id for node in names if isinstance(node.ctx, ast.Store)}
    nodes = list(body(function))
    owners = [node.func for node in nodes if isinstance(node, ast.Call)]
    owners += [node.value for node in nodes if isinstance(node, ast.Attribute)]
    for node in names:
        if node.id in own:
            continue
        if node.id not in known:
            yield f"`{node.id}` is no argument, constant or kernel function"
        elif node.id.islower() and node not in owners:
            yield f"`{node.id}` is a global that is no constant"


def divisions(where: str, function: Function) -> Iterator[str]:
    """A divisor is a number, is compared in the same function, or is never zero for a reason."""
    nodes = list(body(function))
    compared: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Compare):
            compared |= {ast.unparse(part) for part in (node.left, *node.comparators)}
    for node in nodes:
        if not isinstance(node, ast.BinOp | ast.AugAssign):
            continue
        if not isinstance(node.op, ast.Div | ast.FloorDiv | ast.Mod):
            continue
        divisor = node.right if isinstance(node, ast.BinOp) else node.value
        words = ast.unparse(divisor)
        fit = words in compared or where in NEVER_ZERO
        if isinstance(divisor, ast.Constant):
            fit = divisor.value != 0
        if not fit:
            yield f"`{ast.unparse(node)}`: may `{words}` be zero?"


def calls(function: Function) -> Iterator[str]:
    for node in body(function):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if node.func.id == function.name:
                yield "no recursion"
            if node.keywords:
                yield "arguments by place only"
            if any(isinstance(given, ast.Tuple) for given in node.args):
                yield "no tuples as arguments"


@pytest.mark.parametrize(("name", "tree"), TREES, ids=[name for name, _ in TREES])
def test_the_dialect(name: str, tree: ast.Module) -> None:
    assert faults(name, tree) == []


def test_no_file_uses_what_is_not_reproducible() -> None:
    for name, tree in TREES:
        for node in ast.walk(tree):
            words = ast.unparse(node) if isinstance(node, ast.Attribute | ast.Name) else ""
            assert words not in ("prange", "numba.prange"), name
            assert not words.startswith("np.random"), name
            if isinstance(node, ast.keyword):
                assert node.arg not in ("fastmath", "parallel"), name


def test_no_reason_outlives_its_division() -> None:
    functions = {f"{name}.{each.name}" for name, tree in TREES for each in kernels(tree)}
    assert set(NEVER_ZERO) | FILLS_RESULTS <= functions


def test_functions_call_each_other_without_a_circle() -> None:
    called: dict[str, set[str]] = {}
    for _, tree in TREES:
        for function in kernels(tree):
            assert function.name not in called, f"two kernel functions are called {function.name}"
            called[function.name] = {
                node.func.id
                for node in body(function)
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
            }
    done: set[str] = set()

    def visit(name: str, above: tuple[str, ...]) -> None:
        assert name not in above, f"a circle: {' > '.join([*above, name])}"
        if name not in done:
            for callee in called.get(name, ()):
                visit(callee, (*above, name))
            done.add(name)

    for name in called:
        visit(name, ())


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("def f(x): return x ** 3", "`**`"),
        ("def f(x): return math.exp(x)", "math.exp"),
        ("def f(x): return np.random.random()", "np"),
        ("def f(x): return [x]", "allocation"),
        ("def f(x): return f(x)", "recursion"),
        (
            "def f(x):\n    try:\n        return x\n    except ValueError:\n        return 0",
            "exceptions",
        ),
        ("def f(x): return x / 0", "zero"),
        ("def f(x, y): return x / y", "may `y` be zero"),
        ("def f(x): return other + x", "other"),
        ("def f(x): return g((x, x))", "tuple"),
        ("def f(theta, ints, floats, table): return 0", "at most three"),
        ("def f(x, y=1): return x", "plain"),
    ],
)
def test_a_breach_is_told(source: str, words: str) -> None:
    told = faults("bad", ast.parse(f"g = h = 1\n@kernel\n{source}"))
    assert any(words in text for text in told), told
