# Words of the page and the lesson in English; ru.page.ftl has the same ids.

### Head

page-scenario = Scenario
page-sides = As told, or changed
page-a-long = As the reading tells it
page-b-long = With your changes, on the same luck
page-a = A
page-b = B
page-share = Share and save
page-help = Keys and help
page-places-now = Places now
page-count-plot = with the plot
page-count-state = with the state
page-count-contested = fought over
page-alarm-on = The alarm has rung.
page-close = Close
page-problems = { $n ->
    [one] One problem:
   *[other] { $n } problems:
}
page-problem-found = Found:
page-problem-expected = Expected:
page-problem-try = Try:
page-trouble-ignored = Not known, and ignored: { $what }.
page-not-understood = Not understood, and ignored: { $what }.
page-trouble-gone = The server does not answer. What is loaded can still be played; start `malaparte serve` again for more.
page-trouble-busy = Another run is under way on this server, perhaps in another window. Stop it there, or wait until it ends, and run again.
page-trouble-no-scenario = There is no scenario “{ $what }”.
page-trouble-too-large = { $what }: more than a million bytes, which is the most that the page takes.
page-trouble-no-text = { $what } is no text in UTF-8, so it cannot be a scenario file.
page-trouble-checking = { $what } is being checked …
page-trouble-too-many = This scenario has more squads, groups and persons than the page simulates; the command line takes any number.
page-scenarios = These scenarios can be opened:
page-first-world = The first world is being opened.
page-compiling = The rules are being compiled.
page-compiling-once = That happens once on this machine, and takes about 20 seconds, longer while it is busy. The first world opens by itself.
page-compiling-since = { $n } s so far.
page-no-chronicle = What happens is told here once the first world is open.
page-queued = Another run is under way on this server, perhaps in another window; this one waits a moment for it …
page-turn = Waiting for the first worlds …
page-loading = One moment …
page-skip = Skip to the panels
page-panels = Panels

### Map and time

page-map-label = Map of the city at this moment; arrow keys move it, plus and minus zoom. The key P gives the same as a table.
page-map-open = The keys Page Up and Page Down go from one place or flag to the next, Enter opens its card.
page-map-tools = Map
page-zoom-in = Zoom in
page-zoom-out = Zoom out
page-zoom-home = Whole city
page-labels = Names on the map
page-all-places = All places
page-legend = Legend
page-legend-warned = guard that has been warned
page-legend-broken = service broken
page-legend-persons = persons there, how many
page-legend-taken = persons arrested, how many
page-legend-day-plot = on the strip, by hours: places with the plot
page-legend-day-state = on the strip, by hours: places with the state
page-legend-road = on the strip, before the day: { $what }
page-legend-gone = Squads that are beaten, captured, called back or done are not drawn.
page-legend-below = more below ↓
page-changed = Changed: { $what }.
page-units = Units of the army
page-unit-obeys = obeys the state
page-unit-waits = waits
page-unit-joins = has gone over
page-unit-beaten = is beaten
page-outside-city = outside the city, can come by rail after a seizure
page-broken = { NUMBER($share, style: "percent") } of its service lost
page-contested = fought over
page-of-plot = in the hands of the plot
page-of-state = in the hands of the state
page-time = Time
page-play = Play
page-pause = Pause
page-before = Previous event
page-next = Next event
page-speed = Minutes of the day in a second
page-per-second = min/s
page-go-to = Go to an hour, like 11:30
page-no-hour = An hour looks like 11:30.
page-outside = This world is told from { $from } to { $to }.
page-t-outside = { $t } lies outside of this world, which is told from { $from } to { $to }; the nearest moment is shown.
page-scrub = Moment
page-table = as table
page-places-by-hour = Places by hour
page-hour = Hour
page-plot = Plot
page-state = State
page-fought = Fought over

### Panels

page-tab-worlds = Worlds
page-tab-decisions = Decisions
page-tab-chronicle = Chronicle
page-tab-why = Why
page-tab-numbers = Numbers
page-tab-record = Record

page-outcomes = Outcomes over { $n } worlds
page-a-told = A · as told
page-b-changed = B · with your changes
page-counting = { $done } of { $of }
page-no-answer = no answer yet
page-dots = Fifty such worlds; each opens
page-world-k = World { $n }
page-outcomes-table = Outcomes with both kinds of uncertainty
page-how-many = Worlds
page-run = Run { $n } worlds
page-stop = Stop
page-flips = Worlds that flipped
page-flip = { $n } from “{ $before }” to “{ $after }”: { $n ->
    [1] world
   *[other] worlds
}
page-worth-opening = Worlds worth opening
page-typical = a typical world
page-typical-a = a typical world of A
page-typical-b = a typical world of B
page-loses = one in which it comes to power and loses it
page-comes-to-power = one in which it comes to power
page-nearest = the nearest miss
page-succeeds = one in which it succeeds
page-none-in = In none of { $n } worlds does the plot come to power.
page-search = Search { $n }
page-open-world = World number
page-open = Open
page-what-is-known = What is known of this
page-decisions = Decisions
page-chronicle = Chronicle
page-as-told = Every decision as the reading tells it.
page-change-decision = Change a decision
page-no-decisions = This scenario declares no decisions. Change one of its numbers: that makes world B, on the same luck as A.
page-begins = It begins at { $t }.
page-the-road = The road to this day

page-changes = { $n ->
    [one] One change makes B.
   *[other] { $n } changes make B.
}
page-no-changes = Choose otherwise, or move a lever: that makes world B, on the same luck as A.
page-back-to-told = Back to what is told
page-see-outcomes = See the outcomes
page-plot-decides = The plot decides
page-state-decides = The state decides
page-who-when = { $who } · { $when }
page-knew = Known then:
page-told = as told
page-told-long = What this reading tells
page-evidence = On the table?
page-differs = What else would differ
page-theory = Why it should matter
page-drawn-anew = Drawn anew in each world, until you move it.
page-since = from { $date } on
page-of-several = { $n ->
    [0] { $first }
   *[other] { $first } and { $n } more
 }
page-undo = Undo
page-undo-all = Undo all

page-why-decisions = What your changes do
page-why-decisions-note = Each comparison made here, on the same luck: how many more places the plot takes in the mean world.
page-why-places = Which places it moves
page-nothing-moves = Nothing differs: no world of { $n } ends otherwise and no number moves. No world comes to this decision, or it changes nothing there.
page-explain-note = Which luck and which assumptions move the answer, by mechanism and number by number; every number opens its card.
page-explain-run = Find what carries it
page-explain-rest = { $n ->
    [one] One more mechanism carries less than one part in a hundred.
   *[other] { $n } more carry less than one part in a hundred each.
}
page-given-run = Weigh 6,000 worlds by the record
page-statements = What is said, and what its silence says
page-statements-note = Bars: to the right, the statement is likelier under this reading; to the left, under the other; each end a thousand times. A thin line alone: it does not tell them apart.
page-fits = { $many ->
    [none] True in no world of this reading, or hardly any.
    [all] True in all worlds of this reading, or almost all.
   *[some] True in { NUMBER($share, style: "percent", maximumFractionDigits: 1) } of the worlds of this reading.
}
page-fits-silence = { $many ->
    [none] In all worlds of this reading, or almost all, there is something of the kind to report; that nobody did would then need an explanation.
    [all] In no world of this reading, or hardly any, is there anything of the kind to report: silence is what one expects.
   *[some] In { NUMBER($share, style: "percent", maximumFractionDigits: 1) } of the worlds of this reading there is nothing of the kind to report; in the others there is.
}
page-chain-note = The road in links: each is cut in turn, everything else stays.
page-chain-run = Cut each link (320 worlds)
page-as-is = as it is
page-when-cut = when cut
page-what = What
page-silence-text = What is not in the record counts as well: had it happened, somebody would have seen it, written it down, or mourned. Look under Record for what was found, and what was not.

page-numbers = { $n } numbers
page-documented = documented
page-claimed = claimed
page-estimated = estimated
page-assumed = assumed
page-ours = ours
page-group-army = Army
page-group-authorities = Second authorities
page-group-channels = Channels
page-group-clash = Fights
page-group-command = Command and alarm
page-group-fates = What becomes of persons
page-group-guards = Guards
page-group-holding = Seven days of holding
page-group-leaders = Persons
page-group-movement = Movement
page-group-numbers = Shared numbers
page-group-places = Places
page-group-plan = The plan
page-group-power = Who is in power
page-group-columns = Columns of marchers
page-group-dependencies = What depends on what
page-group-record = The record
page-group-reserves = Reserves
page-group-squads = Squads
page-group-street = The street
page-group-road-arrest = Road: arrests
page-group-road-grain = Road: grain
page-group-road-households = Road: households
page-group-road-mood = Road: mood
page-group-road-plot = Road: the plot
page-group-road-rumour = Road: rumour
page-group-road-secrecy = Road: secrecy
page-group-road-services = Road: incidents
page-group-road-shocks = Road: news
page-group-road-shops = Road: shops
page-group-road-towns = Road: towns
page-search-numbers = Search: guards, fire, rumour …
page-own-numbers = { $n ->
    [one] One number is now yours
   *[other] { $n } numbers are now yours
}, marked as assumed.
page-save-scenario = Save the scenario
page-drop = Open a scenario file: click here, or drop it anywhere on the page.
page-seen = seen
page-seen-page = page
page-seen-excerpt = excerpt
page-seen-no = no
page-no-source = No source: made up by us, and therefore wide.
page-used = Used in { $n ->
    [one] one place
   *[other] { $n } places
}:
page-form = Form of the spread
page-spread-point = one value
page-spread-uniform = from … to
page-spread-triangular = triangle
page-spread-pert = likeliest within
page-arg-value = value
page-arg-lowest = lowest
page-arg-likeliest = likeliest
page-arg-highest = highest
page-arg-mean = mean
page-arg-sd = std. deviation
page-arg-median = median
page-arg-gsd = geom. deviation
page-arg-a = a
page-arg-b = b
page-change = Change
page-fault-number = Every field needs a number.
page-fault-order = From the lowest to the highest, please.
page-fault-bounds = That leaves the bounds of this number.

page-not-a-probability = A share of worlds is not the probability that something happened: it says what follows from the assumptions of this reading.
page-reading-tells = What this reading tells, true or not:
page-all-numbers = All numbers and who says so
page-claims = Claims of the story
page-conflict-no = historians agree
page-conflict-partial = partly disputed
page-conflict-yes = contradicted
page-conflict-unverified = nobody has checked
page-conflict-none = nothing to compare
page-role = What it did
page-grade = Grade
page-commander = Commander
page-arm = Arms
page-arm-foot = on foot
page-arm-horse = on horseback
page-arm-armour = armoured cars
page-precision = ± { $n } m
page-doubt = What is uncertain
page-sources = Sources
page-happened = What happened here
page-did = What it did
page-its-numbers = Its numbers
page-book = The book
page-historians = Historians and documents
page-dispute = Dispute
page-carried = Where the laboratory carries it
page-later = Not simulated yet.
page-arrested = arrested
page-persons = Persons
page-in-the-street = In the street at the call
page-crowd = in the street: { page-people }
page-people = { $n ->
    [0] nobody
   *[other] about { NUMBER($n, maximumSignificantDigits: 2) }
 }
page-bands = Of { $n } worlds, with { $sets } sets of assumptions, nine in ten lie in the grey band; the line is this world.
page-bands-marks = A full mark is what somebody counted; a hatched box was reckoned afterwards; a hollow mark is an input: numbers of the scenario were made from it, so that coming close to it is no success.
page-mark-record = counted
page-mark-reconstruction = reckoned afterwards
page-mark-input = an input, no test
page-scale = from { $from } to { $to }
page-heights = On the strip, full height is what one world in twenty exceeds at its peak: { $what }.
page-road-curves = Curves of the road
page-place = Place
page-holder = Holder

event-fight-begins = a fight begins
event-taken = taken by the plot
event-repelled = attack repelled
event-retaken = taken back
event-counterattack = counter-attack
event-counterattack-fails = counter-attack fails
event-person-arrested = a person is arrested
event-backup-ends = its reserve is used up
event-call = calls for help
event-unit-takes = taken by an army unit for the plot
event-unit-retakes = taken back by an army unit
event-unit-beaten = an army unit is beaten
event-unit-yields = gives way without a shot
event-yields = one side gives way without a shot
event-unit-refuses = an army unit will not fire at people
event-unit-chooses = an army unit chooses
event-raid = a squad comes for a person
event-half-begins = a half of the plan begins
event-alarm = the alarm is raised
event-failure = headquarters takes the plan for failed
event-street-called = the people are called into the streets
event-flight = the leaders of the plot flee
event-power-begins = for the moment, the plot is in power
event-power-ends = the plot is no longer in power
event-seized = power is seized
event-ends = the account ends
event-army-over = the army has gone over
event-army-back = the army is no longer with the plot
event-rising = it is a rising
event-crowd-dispersed = the streets are quiet
event-authority-speaks = the second authority speaks
event-strike = a strike begins
event-new-power-ends = the new power is gone
event-held = power is held

page-address = This address shows the same world at the same moment:
page-copy = Copy
page-save = Save
page-save-view = This view
page-save-map = The map sheet
page-save-battle = Order of battle
page-save-answer = The answer
page-key-play = play or pause
page-key-event = previous or next event
page-key-ten = ten minutes
page-key-ends = beginning, end
page-key-speed = slower, faster
page-key-tabs = panels
page-key-sides = as told, changed
page-key-lang = English, Russian
page-key-zoom = on the map: zoom, whole city; arrows move it
page-key-things = on the map: from one place or flag to the next, its card
page-help-text = A wedge is a squad of the plot and points where it goes; a disc is a guard or a group of the state; a flag is a unit of the army; a diamond with a number is persons; a square is a place: click it, or a flag, for its card.

### Lesson

lesson-step = Step { $n } of { $of }
lesson-steps = Steps of the lesson
lesson-next = Next
lesson-back = Back
lesson-decide-first = Decide first
lesson-stopped = The clock stops here: the side that decides next cannot know what comes after this moment.
lesson-written = What happens is written here as the clock passes it.
lesson-sealed = Noted. You may change it until you go on; what it does you will see on the day.
lesson-yours = As you decided
lesson-yours-is-told = As you decided, which is as the story tells it
lesson-mean = In the mean of { $n } worlds
lesson-print = Print
lesson-print-sheets = Print the sheets
lesson-end = This is the end of the lesson. The sheets for the teacher and for the roles can be printed.
lesson-cut = The file is damaged, so some worlds cannot be shown: { $what }
lesson-teacher = For the teacher: { $n } minutes
lesson-debrief = Debrief
lesson-listen = What to listen for:
lesson-for-against = Find one reason for each choice, and one against it:
lesson-answer = Be ready to answer
lesson-role-note = Keep this sheet to yourself. Everything in it belongs to a story; what is documented comes at the end.
lesson-side-plot = the plot
lesson-side-defence = the state
lesson-side-witness = a witness
lesson-nothing = Nothing happens on this day: the story ended before it. Such a day is the commonest after your decisions.
lesson-other = Open world { $n }, in which the same decisions did not prevent it
lesson-other-told = Open the day as the story tells it
