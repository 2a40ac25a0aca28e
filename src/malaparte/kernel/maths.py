"""exp, log and the normal quantile, the same bits on every machine.

The C library's exp and log differ between processors with and without fused multiply-add, so the
kernel has its own, in the form of fdlibm (Sun Microsystems 1993), within 1 ulp.  No bit tricks:
scaling by exact powers of two keeps the source plain enough to run interpreted with the same
result.
"""

from __future__ import annotations

import math

from malaparte.kernel.compile import entry, kernel

LN2_HI = 6.93147180369123816490e-01
LN2_LO = 1.90821492927058770002e-10
INV_LN2 = 1.44269504088896338700e00
SQRT_HALF = 0.7071067811865476


@kernel
def scaled(x: float, k: int) -> float:
    """Return x * 2**k for -1074 <= k <= 1023, exactly where the result is a normal number."""
    negative = k < 0
    k = -k if negative else k
    factor = 1.0
    power = 2.0
    while k > 0:
        if k & 1:
            factor *= power
        k >>= 1
        if k > 0:
            power *= power
    return x / factor if negative else x * factor


@entry("f8(f8)")
def exp(x: float) -> float:
    """Return e**x; inf above 709.78, 0 below -708 (subnormal results are not needed)."""
    if x > 709.782712893384:
        return math.inf
    if x < -708.0:
        return 0.0
    k = int(math.floor(x * INV_LN2 + 0.5))
    hi = x - k * LN2_HI
    lo = k * LN2_LO
    r = hi - lo
    t = r * r
    c = r - t * (
        1.66666666666666019037e-01
        + t
        * (
            -2.77777777770155933842e-03
            + t
            * (
                6.61375632143793436117e-05
                + t * (-1.65339022054652515390e-06 + t * 4.13813679705723846039e-08)
            )
        )
    )
    y = 1.0 - ((lo - (r * c) / (2.0 - c)) - hi)
    return scaled(y, k)


@entry("f8(f8)")
def log(x: float) -> float:
    """Return the natural logarithm of x > 0; -inf at 0, nan below."""
    if x < 0.0 or math.isnan(x):
        return math.nan
    if x == 0.0:
        return -math.inf
    if x == math.inf:
        return math.inf
    k = 0
    if x < 2.2250738585072014e-308:
        x *= 18014398509481984.0
        k -= 54
    step = 512
    while step > 0:
        big = scaled(1.0, step)
        if x >= big:
            x /= big
            k += step
        elif x * big < 2.0:
            x *= big
            k -= step
        step >>= 1
    if x < 1.0:
        x *= 2.0
        k -= 1
    if x * SQRT_HALF > 1.0:
        x *= 0.5
        k += 1
    f = x - 1.0
    s = f / (2.0 + f)
    z = s * s
    w = z * z
    t1 = w * (
        3.999999999940941908e-01 + w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01)
    )
    t2 = z * (
        6.666666666666735130e-01
        + w
        * (2.857142874366239149e-01 + w * (1.818357216161805012e-01 + w * 1.479819860511658591e-01))
    )
    r = t2 + t1
    half = 0.5 * f * f
    return k * LN2_HI - ((half - (s * (half + r) + k * LN2_LO)) - f)


@entry("f8(f8)")
def normal_quantile(p: float) -> float:
    """Return z with P(Z <= z) = p for 0 < p < 1 (Wichura 1988, AS 241, about 1e-16)."""
    q = p - 0.5
    if math.fabs(q) <= 0.425:
        r = 0.180625 - q * q
        a = r * 2509.0809287301226727 + 33430.575583588128105
        a = a * r + 67265.770927008700853
        a = a * r + 45921.953931549871457
        a = a * r + 13731.693765509461125
        a = a * r + 1971.5909503065514427
        a = a * r + 133.14166789178437745
        a = a * r + 3.387132872796366608
        b = r * 5226.495278852854561 + 28729.085735721942674
        b = b * r + 39307.89580009271061
        b = b * r + 21213.794301586595867
        b = b * r + 5394.1960214247511077
        b = b * r + 687.1870074920579083
        b = b * r + 42.313330701600911252
        b = b * r + 1.0
        return q * a / b
    tail = p if q < 0.0 else 1.0 - p
    r = math.sqrt(-log(tail))
    if r <= 5.0:
        r -= 1.6
        a = r * 7.7454501427834140764e-4 + 0.0227238449892691845833
        a = a * r + 0.24178072517745061177
        a = a * r + 1.27045825245236838258
        a = a * r + 3.64784832476320460504
        a = a * r + 5.7694972214606914055
        a = a * r + 4.6303378461565452959
        a = a * r + 1.42343711074968357734
        b = r * 1.05075007164441684324e-9 + 5.475938084995344946e-4
        b = b * r + 0.0151986665636164571966
        b = b * r + 0.14810397642748007459
        b = b * r + 0.68976733498510000455
        b = b * r + 1.6763848301838038494
        b = b * r + 2.05319162663775882187
        b = b * r + 1.0
    else:
        r -= 5.0
        a = r * 2.01033439929228813265e-7 + 2.71155556874348757815e-5
        a = a * r + 0.0012426609473880784386
        a = a * r + 0.026532189526576123093
        a = a * r + 0.29656057182850489123
        a = a * r + 1.7848265399172913358
        a = a * r + 5.4637849111641143699
        a = a * r + 6.6579046435011037772
        b = r * 2.04426310338993978564e-15 + 1.4215117583164458887e-7
        b = b * r + 1.8463183175100546818e-5
        b = b * r + 7.868691311456132591e-4
        b = b * r + 0.0148753612908506148525
        b = b * r + 0.13692988092273580531
        b = b * r + 0.59983220655588793769
        b = b * r + 1.0
    z = a / b
    return -z if q < 0.0 else z
