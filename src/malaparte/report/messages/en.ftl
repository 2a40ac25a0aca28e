# Words of the laboratory in English.  ru.ftl has the same ids; a test holds the two together.
# Names of places and groups come from the scenario and stand as they are.

### Times and numbers

clock-later = { $clock } { $n ->
    [1] the next day
   *[other] { count } days later
}
span-moment = less than a minute
span-minutes = { $minutes ->
    [1] one minute
    [2] two minutes
    [3] three minutes
    [4] four minutes
    [5] five minutes
    [6] six minutes
    [7] seven minutes
    [8] eight minutes
    [9] nine minutes
    [10] ten minutes
    [11] eleven minutes
    [12] twelve minutes
   *[other] { $minutes } minutes
}
span-hours = { $hours ->
    [one] one hour
   *[other] { $hours } hours
}{ $minutes ->
    [0] { "" }
    [one] { " " }and one minute
   *[other] { " " }and { $minutes } minutes
}
after-moment = within a minute
after-minutes = after { span-minutes }
after-hours = after { span-hours }
when = { $same ->
    [yes] at { $first }
   *[no] between { $first } and { $last }
}
percent = { NUMBER($share, style: "percent", maximumFractionDigits: 0) }
percent-fine = { NUMBER($share, style: "percent", maximumFractionDigits: 1) }
percent-least = <0.1%
percent-most = >99.9%
number = { $n }
number-fine = { NUMBER($n, maximumFractionDigits: 4) }
said-about = about { $low } in { $of }
answer-about = In this reading: in about { $low } worlds of { $of }.
answer-range = In this reading: in { $low } to { $high } worlds of { $of }; our numbers allow no narrower answer.
date = { $day }
said-range = between { $low } and { $high } in { $of }
said-short = { $low }–{ $high } in { $of }
# How many in words, up to twelve; COUNT says it of any number of a message.
count = { $n ->
    [0] no
    [1] one
    [2] two
    [3] three
    [4] four
    [5] five
    [6] six
    [7] seven
    [8] eight
    [9] nine
    [10] ten
    [11] eleven
    [12] twelve
   *[other] { $n }
}
men = { count } { $n ->
    [one] man
   *[other] men
}
squads = { count } { $n ->
    [one] squad
   *[other] squads
}
groups = { count } { $n ->
    [one] group
   *[other] groups
}
places = { count } { $n ->
    [one] place
   *[other] places
}
places-more = { count } more

### Labels and causes

label-no-plot = no plot
label-prevented = prevented
label-not-launched = not launched
label-street-contained = street contained
label-repelled = repelled
label-rising-crushed = rising, no seizure
label-lost = seized and lost
label-held = seized and held
label-seized-holding-not-simulated = seized, holding not simulated
cause-none = the plot has nobody who could act
cause-seized = the plot has been in power for as long as the scenario asks
cause-squads-broken = no squad was left that could act
cause-units-gone = no unit in the city was with the plot any more
cause-gave-up = headquarters gave up
cause-fled = headquarters fled
cause-horizon-reached = the simulated hours ran out
cause-arrested-before = the plotters were arrested before the day

### Heads of every report

simulated = simulated world { $number }, reading { $reading } (seed { $seed })
reading-line = Reading: { $reading }
basis-line = Of { $total ->
    [one] one number
   *[other] { $total } numbers
}: { $documented } documented, { $claimed } claimed, { $estimated } estimated, { $assumed } assumed.
basis-unseen = { $n ->
    [0] No number rests only on sources that nobody has seen.
    [one] One of them rests only on sources that nobody has seen for this scenario.
   *[other] { $n } of them rest only on sources that nobody has seen for this scenario.
}
map-notice = Map data: OpenStreetMap contributors, ODbL.

### Terminal: an ensemble

run-question = Does the plot come into power on { $date }?
run-default = Every decision as the reading tells it.
run-changed = Changed: { $what }.
run-size = { $worlds ->
    [one] { $worlds } world
   *[other] { $worlds } worlds
}, { $sets ->
    [one] { $sets } set
   *[other] { $sets } sets
} of assumptions, seed { $seed }.
run-outcomes = Outcomes
run-outcomes-plot = Outcomes, given that there is a plot
run-column-share = share
run-column-luck = luck
run-column-range = across assumptions
run-column-chance = chance
run-column-hour = hour (nine in ten)
run-column-one = chance for one
run-column-arrested = arrested
run-dots = Of 50 such worlds:
run-plot = Worlds in which there is an armed plot at all: { $said }.
run-missed = Of { $n ->
    [one] one attempt
   *[other] { $n } attempts
} that did not come to power, { $nodes } never took enough of the command places and { $leaders } arrested too few leaders (one attempt may have lacked both); { $length } had enough of either, but not together for long enough.
run-alarm-head = The alarm
run-launched = The attempt comes into the open, typically, at { $hour } (nine in ten: { $early }–{ $late }).
run-alarm = Worlds in which the alarm rings: { $said }; typical hour { $hour } (nine in ten: { $early }–{ $late }).
run-alarm-never = Worlds in which the alarm rings: { $said }.
run-alarm-plot = Worlds in which the alarm rings, of those with a plot: { $said }; typical hour { $hour } (nine in ten: { $early }–{ $late }).
run-alarm-never-plot = Worlds in which the alarm rings, of those with a plot: { $said }.
run-places = Places by the chance that the plot ever takes them
run-places-plot = Places by the chance that the plot, where there is one, takes them
run-places-more = { $n ->
    [one] and one more place, less likely than these
   *[other] and { $n } more places, less likely than these
}
run-places-never = { $alone ->
    [yes] None of the { $n } goals of the plot is taken in any of these worlds; for each of them that leaves { $said }.
   *[no] { $n ->
        [one] One more goal is taken in none of these worlds, which leaves { $said } for it.
       *[other] { $n } more goals are taken in none of these worlds, which leaves { $said } for each.
    }
}
run-persons = Persons by the chance that the plot arrests them
run-persons-plot = Persons by the chance that the plot, where there is one, arrests them
run-persons-mean = { NUMBER($n, maximumFractionDigits: 1) } of { NUMBER($of, maximumFractionDigits: 0) }
run-losses = Losses
run-losses-text = Men put out of action, typically (nine in ten): { $plot } of the plot ({ $plotlow }–{ $plothigh }), { $state } of the state ({ $statelow }–{ $statehigh }).
run-typical = The typical day
run-typical-world = Worlds with a plot most often end thus: { $label }. The most middling of these is world { $number }.
run-typical-text = { $taken ->
    [0] In it the plot takes no place
    [one] In it the plot takes one place
   *[other] In it the plot takes { $taken } places
}, { $arrested ->
    [0] arrests nobody
    [one] arrests one person
   *[other] arrests { $arrested } persons
}, and loses { $loss ->
    [0] none of its men
    [one] one man
   *[other] { $loss } men
}; { $alarmed ->
    [yes] the alarm rings at { $alarm }.
   *[no] the alarm never rings.
}
run-typical-none = In no world is there a plot, so there is no day to tell.
run-missing = Not simulated yet
run-missing-text = This scenario says nothing of { $what }. { $holding ->
    [yes] {""}
   *[no] A seizure is therefore not yet a success.
}
run-missing-nothing = All seventeen links of the article are simulated. What a new power does with grain, war or law is no part of this.
missing-road = the road to the day
missing-army = the army
missing-street = the people in the street
missing-holding = holding what was seized
missing-channels = the channels by which units and people hear what happens
missing-authorities = others who can say no
missing-fates = what becomes of the leaders afterwards
run-next = Try next

### Terminal: the road and the chain

road-head = The road
road-median = median
road-half = 50 % band
road-most = 90 % band
road-record = record
road-hatched = Values stand at the beginning of the day. ▨ marks what was reckoned afterwards, not recorded; = marks an input: numbers of the scenario were made from it, so that coming close is no success.
road-peak = Most people spread the rumour of war, typically, on { $day } (nine in ten: { $early } to { $late }).
road-plot = Of worlds with a plot: arrests are proposed in { $proposed }; they end the plot in { $prevented } and make it strike early in { $early }; the hour is known on the eve in { $known }. On the eve the plot can field { $fielded } of the men of its plan, on average.
road-known-targets = On the eve the state knows, typically, { $n ->
    [one] one of the places that the plot wants
   *[other] { $n } of the places that the plot wants
} (nine in ten: { $low } to { $high }).
road-known-members = It knows, typically, { $n ->
    [one] one member
   *[other] { $n } members
} (nine in ten: { $low } to { $high }).
road-noticed = Rehearsals have noticed hidden men, typically, at { $n ->
    [one] one place
   *[other] { $n } places
} (nine in ten: { $low } to { $high }).
road-proposed = Arrests are proposed for the first time, typically, on { $day } (nine in ten: { $early } to { $late }).
road-mistaken = Of worlds without a plot: arrests are proposed in { $proposed }, on false reports.
road-miss = { $output }, { $day }: the median lies { $miss } { $side ->
    [above] above
   *[below] below
} the { $kind ->
    [record] record
   *[reconstruction] reconstruction
} of { $record }, which { $inside ->
    [50] lies inside the 50 % band
    [90] lies inside the 90 % band
   *[0] no band holds
}.
road-input = { $output }, { $day }: { $record } is an input of the scenario, no test of it; the median lies { $miss } { $side ->
    [above] above
   *[below] below
} it.
road-size = Roads of the first { $n } worlds; the economy runs on to its end whatever the day brings.
chain-head = The chain, each link cut in turn
chain-how = Columns: mean over all worlds as it is, with or without a plot; mean change when the link is cut; its 95 % interval across sets of assumptions and luck. The surest six of each link; `--json` has all. { $n } worlds on the same luck, seed { $seed }; a link that is cut gives its receiver what a calm year would.
chain-grain = Grain is short of what was bought by the same date a year before: on the eve of the day, and at the end, { $day }.
chain-few = Only { $sets ->
    [one] one set of assumptions was
   *[other] { $sets } sets of assumptions were
} drawn, so every interval is a guess; { $worlds } worlds or more say better.
chain-nothing = Changes nothing here.
chain-before = as it is
chain-change = change
chain-interval = 95 % interval
chain-little = Changes something, but less than the printed digits.
chain-later = This scenario says nothing of it.
link-shocks-rumour = Shocks seed the rumour
link-rumour-purchases = The rumour makes people buy more
link-purchases-queues = Purchases and deliveries make queues
link-prices-sales = Prices, goods and rumour change what peasants sell
link-sales-stores = Purchases of the state fill the stores and shops
link-queues-mood = Queues and hunger wear away trust
link-mood-recruits = Lost trust and meetings bring recruits
link-plot-belief = Leaks and the agent change what the state believes
link-belief-decision = Belief against cost decides on arrests
link-eve-nodes = What the eve brings decides the fate of the places
link-nodes-signal = Who holds the places is a signal to the army
link-mood-crowd = Mood, army and police decide what the crowd does
out-rumour = Share that spreads the rumour
out-queue = Hours of queue for bread
out-queue-goods = Hours of queue for manufactures
out-home = Bread at home, days
out-procured = Bought since July, million poods
out-shortfall = Short of last year, million poods
out-cover = Stores of the towns, days
out-incidents = Incidents reported so far
out-trust = Trust in the state
out-plotters = Members of the plot
out-belief = The state's belief in a plot
out-plotters-given = Members of the plot, where there is one
out-belief-given = The state's belief in a plot, where there is one
out-belief-none = The state's belief in a plot, where there is none
out-rumour-peak = Share spreading, at its peak
out-plotters-all = Members of the plot, all worlds
out-belief-all = Belief in a plot, all worlds
out-shortfall-eve = Grain short, eve, million poods
out-shortfall-end = Grain short, end, million poods
out-early = Strikes early, share
out-targets-known = Places that the state knows
out-members-known = Members that the state knows
out-noticed = Places with hidden men noticed
out-proposed = Arrests proposed, share
out-arrests = Persons arrested before the day
out-fielded = Planned men fielded, share
out-prevented = Plot prevented, share
out-leaked = Hour known, share
out-taken = Places ever taken
out-lost = Men lost by the plot
out-seized = Power seized, share

### Terminal: one number

show-head = { $head ->
    [unit] unit
    [shared] shared
    [basis] basis
    [source] source
    [note] note
    [where] where
    [claim] claim
   *[value] value
}
show-below = { $n ->
    [one] one value
   *[other] { $n } values
}
show-sentence = sentence { $number }
number-exact = { NUMBER($n, maximumFractionDigits: 9) }
basis-name = { $basis ->
    [documented] documented
    [claimed] claimed
    [estimated] estimated
   *[assumed] assumed
}
battle-word = { $word }
battle-outside-city = outside
source-seen = { $seen ->
    [page] seen: the page
    [excerpt] seen: an excerpt
   *[no] not seen
}
spread-kind = { $kind ->
    [uniform] uniform
    [triangular] triangular
    [pert] PERT
    [normal] normal
    [lognormal] lognormal
    [beta] beta
    [poisson] Poisson
    [categorical] one of these
   *[point] one value
}
spread-arg = { $arg ->
    [lowest] lowest { $n }
    [likeliest] likeliest { $n }
    [highest] highest { $n }
    [mean] mean { $n }
    [deviation] standard deviation { $n }
    [median] median { $n }
    [factor] geometric standard deviation { $n }
    [a] a = { $n }
    [b] b = { $n }
   *[value] { $n }
}
spread-weight = { $n } (weight { $w })
spread-within = within { $lo } to { $hi }
spread-from = not below { $n }
spread-to = not above { $n }

### Terminal: a comparison

compare-head = What if
compare-change = { $decision } Not “{ $default }”, but “{ $option }”.
compare-set = { $path } = { $value }.
horizon = { $hours } hours from { $start } on{ $holding ->
    [yes] {" "}and seven days after a seizure
   *[no] {""}
}
compare-told = as told
compare-stands = Units put in or moved, and where they stand: { $units }.
compare-stand = { $unit } — { $outside ->
    [yes] outside
    [rail] outside, to come by way of { $place }
   *[no] { $place }
}
compare-authorities = Others who can say no: { $names ->
    [none] nobody
   *[other] { $names }
}.
compare-guards = Other guards at { $n } of { $of } places: { $names }.
compare-reading = Not as in the reading “{ $before }”, but “{ $after }”.
compare-sentence = In the reading “{ $reading }”, { $kind ->
    [power] the change brings the plot to power in { $gained } of { $worlds } worlds where it otherwise fails, and costs it power in { $lost }
   *[other] the change makes { $gained } of { $worlds } worlds end as “{ $label }” that otherwise do not, and keeps { $lost } from it
}; nothing beyond { $horizon } is claimed.
compare-shares = Worlds { $kind ->
    [power] in power
   *[other] that end as “{ $label }”
}: { $before } before the change, { $after } after it.
compare-none = In the reading “{ $reading }”, the change would not have { $kind ->
    [power] brought the plot to power in a single world in which it otherwise was not
   *[other] made a single world end as “{ $label }” that otherwise does not
}, nor the other way round: { $said }; nothing beyond { $horizon } is claimed.
compare-still = { $kind ->
    [power] worlds in power
   *[other] worlds that end so
}, with the change and without, are { $said }
compare-never = { $kind ->
    [power] nobody comes to power in any of them
   *[other] none of them ends so
}
compare-unchanged = Nothing is changed: both sides take the same decisions with the same values, so no world can differ, and the difference is exactly zero. { $kind ->
    [power] In power on either side
   *[other] “{ $label }” on either side
}: { $said }.
compare-unseen = So few sets of assumptions that show no change leave room for one in up to { $most } of 100 worlds.
compare-difference = On the same luck that is { $value } in 100 worlds: { $low } to { $high } if only luck is in doubt (95 %), { $lowest } to { $highest } across nine in ten of the assumptions.
compare-gain = { $helped ->
    [yes] Two ensembles without common luck would have needed { $gain } times as many worlds for the same precision.
   *[no] Common luck did not help here: without it { $gain ->
        [1] just as many worlds
       *[other] { $gain } times as many worlds
    } would have been as precise.
}
compare-same = { $same } of { $worlds } worlds end under the same name as before.
compare-flip = { $n } from “{ $before }” to “{ $after }”: { $n ->
    [1] world
   *[other] worlds
} { $worlds }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}
compare-outcomes = Outcomes before and after
compare-places = Places by the change in the chance that the plot takes them
compare-numbers = What it changes in the mean of all worlds
compare-mean-change = change
compare-number-nodes-taken = places that the plot ever takes
compare-number-arrested = persons arrested by the plot
compare-number-loss-plot = men of squads out of action
compare-number-loss-regime = guards, reserves out of action
compare-number-dead-units-plot = dead of units gone over
compare-number-dead-units-state = dead of units that obey
compare-before = before
compare-after = after
compare-column = change in 100
compare-road = What it changes on the road
compare-road-same = Nothing before the day is different.
compare-road-columns = Columns: mean before, mean change, its 95 % interval across sets of assumptions and luck. Roads of the first { $n } worlds.
compare-covers = What the answer covers
compare-horizon = { $road ->
    [yes] The road to the day and then one day
   *[no] One day, and nothing before it
}, { $horizon }{ $holding ->
    [yes] {""}
   *[no] ; what would have followed is not simulated
}. Everything that the change does not touch stays as it was, down to the luck.

### Terminal: every option, pairs, what it would take

rank-note = ± is what luck leaves open (95 %); 0 < x: nothing seen, up to x possible. Moved: worlds with another history.
rank-head = Every option, alone
rank-power = the plot in power
rank-label = “{ $label }”
rank-asked = Asked for: { $label }. { $told ->
    [yes] As told
   *[no] So decided
}: { $said }.
rank-horizon = Nothing beyond { $horizon } is claimed.
rank-column-target = in 100 worlds
rank-column-places = places taken
rank-column-moved = moved, of 100
rank-option = { $decision } “{ $option }”.
rank-told = What the reading tells; it needs no card.
rank-unseen = Nothing to see from: { $names }. { $n ->
    [one] It moves
   *[other] They move
} histories, but not one world changes sides, and places taken change by less than 0.1 in the mean world; a change in up to { $most } of 100 worlds remains possible.
rank-unmoved = Not one history of these worlds is moved, to the bit, by: { $names }.
rank-named = “{ $option }” ({ $change })
rank-by-hand = A value set by hand; nothing says that it was on the table.
rank-lent = The { $group } of { $scenario }, put in; nothing says that it was on the table.
rank-card = Evidence: { $evidence } Differs: { $differs } Theory: { $theory }
rank-pairs-head = Pairs that do more than the sum of their parts
rank-pairs-how = { $entered } pairs were tried, ranked by { $by ->
    [target] the outcome asked for
   *[places] places taken, because none turns the outcome asked for beyond what luck explains
}. { $excluded } were excluded by their intervals, { $overtaken } only overtaken{ $clashes ->
    [0] .
   *[other] ; { $clashes } cannot be made together.
}
rank-pairs-nobody = There are no two options that can be taken together.
rank-pairs-none = None does more than the sum of its parts, beyond what luck explains.
rank-pair-more = more than the sum of both: { $value } in 100 worlds, { $places } places
rank-pair-redundant = { $n ->
    [one] One world turns
   *[other] { $n } worlds turn
} only if both are made: neither alone is a cause there. In { $both } of them each alone changes the history.
rank-pair-preempted = In { $n ->
    [one] one of them
   *[other] { $n } of them
} { $acts } touches what acts there, { $idle } what stands behind it and is never reached (pre-emption). So { $acts } alone changes the history but not how it ends, and { $idle } alone changes nothing, to the bit. Worlds { $worlds }.
need-head = What would it take: { $label } in half the worlds
need-tried = { $n } of { $of } sets of { $size }
need-nothing = Nothing: so it is as told.
need-found = Smallest size at which it was found: { $size }. Tried: { $tried }.
need-none = None was found up to { $most }. Tried: { $tried }{ $missed ->
    [no] .
   *[yes] ; sets larger than two grow from the best smaller ones, so others may have been missed.
} { $best ->
    [0] None of them does anything that shows.
   *[other] The best found:
}
need-set = { $changes }: { $said }; places { $places }

### Terminal: what several changes are worth

worth-head = What each change is worth
worth-whole = All together change { $label } by { $change } in 100 worlds, and places taken by { $places }. { $worlds } worlds, seed { $seed }; nothing beyond { $horizon } is claimed.
worth-alone = alone
worth-last = last
worth-value = worth
worth-places = worth, places
worth-note = In 100 worlds. Alone: no other change is made. Last: all others are made already. Worth: the mean over every order (Shapley); the worths add up to the whole. ± is what luck leaves open (95 %); 0 < x: nothing seen, up to x possible.

### Terminal: which assumptions carry the answer

explain-head = What carries the answer
explain-by = Explained: { $by ->
    [outcome] whether a world ends so
    [places] how many places the plot ever takes
   *[arrested] how many persons the plot arrests
}. Of the points of the design { NUMBER($seen, style: "percent", maximumFractionDigits: 1) } end as asked for{ $by ->
    [places] ; what is so rare, or so common, says little of what carries it.
   *[other] .
}
explain-luck = luck (which world it is)
explain-groups = Luck, and numbers by mechanism
explain-numbers = Numbers, each by itself
explain-first = alone
explain-total = with others (95 %)
explain-moved = moves
explain-idle-none = Every uncertain number changed some history.
explain-idle = { $n ->
    [one] One number changed
   *[other] { $n } numbers changed
} no history at all, to the bit; no better source is needed for { $n ->
    [one] it
   *[other] them
} (unless at up to { $unseen } of 100 points): { $names }{ $more ->
    [0] .
   *[other] {" "}and { $more } more.
}
explain-information = What the archive should be asked next
explain-information-how = Part of the ignorance about the answer that would go if one number were known (95 %). { $of ->
    [0] In these worlds the answer differs from one set of assumptions to another no more than luck explains, so no number can be asked for.
   *[other] Of { $of } numbers { $n ->
        [0] none is surely worth something, each taken by itself.
        [one] one is surely worth something, each taken by itself.
       *[other] { $n } are surely worth something, each taken by itself.
    }
}
explain-tree = Under which conditions the answer turns
explain-tree-none = No single question parts the answers better than chance does.
explain-tree-how = { $by ->
    [outcome] Worlds of 100 that end so
    [places] Places taken
   *[arrested] Persons arrested by the plot
}, in sets of assumptions that did not make the questions:
explain-leaf = { $by ->
    [outcome] { $value } of 100
   *[other] { $value }
} ({ $sets } sets)
explain-nodes = Places by what their loss does to the others
explain-nodes-none = No place serves another in this scenario.
explain-nodes-how = Functions of other places that are lost while one stops, once backups are used up (middle 90 %), and the probability of its rank, under dependency weights as guessed.
explain-nodes-loss = lost
explain-nodes-rank = probability of rank
explain-nodes-lower = not among the first { $n }
explain-curves = The same by the hour; the place comes back after 24 hours and is then repaired:
explain-hour = { $n } h

### Terminal: folders of results

info-head = { $head ->
    [run] run
    [scenario] scenario
    [with] with
    [do] do
    [set] set
    [worlds] worlds
    [whole] whole
    [missing] missing
    [damaged] damaged
    [stray] stray
    [digest] digest
    [rules] rules
    [made] made
    [python] python
    [command] command
   *[ended] ended
}
info-worlds = { $worlds }, seed { $seed }
info-whole = { $whole } of { $of } blocks of { $block } worlds, { $bytes } bytes, events { $events }
info-rules = { $rules }, chance { $chance }
info-made = { $when } on { $host }, malaparte { $version }
info-few = { $names }{ $more ->
    [0] {""}
    [one] {" "}and one more file
   *[other] {" "}and { $more } more files
}
info-again = The { $python ->
    [yes] call
   *[no] command
} above, given again, computes what is missing or damaged anew, and moves to the folder `stray` what belongs to no block.
verify-same = { $same } of { $of } blocks computed again: the same.
query-more = { $n ->
    [one] One more row
   *[other] { $n } more rows
}; --json and `malaparte export` give all.
query-blocks = { $there } of { $of } blocks are there.
query-silent = missing: { $names }; the command that filled the folder (`malaparte info` prints it), given again, computes what is missing or damaged
query-no-events = No events are kept: this folder was filled with `--events none`.
written = Written: { $file }
serve-at = The page is at { $address } (Ctrl-C ends it)
shard-done = This shard is done; blocks of others are missing. See: malaparte info { $folder }
progress-worlds = worlds
export-rows = { $n ->
    [one] One row
   *[other] { $n } rows
} in { $file }
replay-same = World { $world }: { $n ->
    [one] one event
   *[other] { $n } events
}; places, squads, guards, persons and units at the end, and { $told } of { $of } columns of the row, rebuilt from them, are those of the rules; the folder's row { $row ->
    [yes] is the same
   *[no] is missing or damaged
}; its events { $events ->
    [same] are the same
    [gone] are missing or damaged
   *[none] were not kept
}.
replay-untold = Not told by events: { $names }.
untold-services-between-two-reports = services between two reports
untold-men-that-units-lose = men that units lose
untold-crowds-of-districts = crowds of districts
untold-support-of-a-new-power = support of a new power

### Terminal: two histories of one world

parting-head = Where the two histories part
parting-road = On the road they part on { $day }. The first to differ: { $series }.
parting-day = { $n ->
    [0] The day differs from its first event on
    [one] One event of the day is the same to the bit
   *[other] { $n } events of the day are the same to the bit
}; then, at { $t }:
parting-never = { $n ->
    [0] Nothing happens on the day in either.
    [one] On the day nothing differs: its one event is the same to the bit.
   *[other] On the day nothing differs: its { $n } events are the same to the bit.
}
parting-event-before = without the change: { $event }
parting-event-after = with the change: { $event }
parting-nothing = nothing more happens
parting-before = Without the change
parting-after = With the change

### Chronicle: the road

way-news = What troubles people most: { $news }.
way-news-one = { $day }, { $news }
way-peak = On { $day } more people spread the rumour of war than on any other day: { NUMBER($share, style: "percent", maximumFractionDigits: 1) } of the towns.
way-queue = The week from { $day } brings the longest queues for bread before the day, { $hours } hours for the one who waits; at its end there is bread for { $home } days at home.
way-grain = On the eve the state has bought { NUMBER($grain, maximumFractionDigits: 0) } million poods since July{ $side ->
    [short] , { NUMBER($gap, maximumFractionDigits: 0) } fewer than a year before
    [more] , { NUMBER($gap, maximumFractionDigits: 0) } more than a year before
   *[alone] {""}
}; the stores of the towns hold bread for { NUMBER($cover, maximumFractionDigits: 0) } days.
way-incidents = { count } incidents on railways, power, telephone and telegraph have been reported{ $plot ->
    [no] {""}
   *[yes] ; the plot { $probes ->
        [0] has not tried its targets
        [one] has tried its targets once
       *[other] has tried its targets { COUNT($probes) } times
    }{ $noticed ->
        [0] {""}
        [one] , and noticed hidden men at one place
       *[other] , and noticed hidden men at { COUNT($noticed) } places
    }
}.
way-known = It knows { $targets ->
    [0] none of the places that the plot wants
    [one] one of the places that the plot wants
   *[other] { COUNT($targets) } of the places that the plot wants
} and { $members ->
    [0] no member
    [one] one member
   *[other] { COUNT($members) } of the members
}.
way-plot = The plot has { NUMBER($members, maximumFractionDigits: 0) } members, and can field { NUMBER($fielded, style: "percent", maximumFractionDigits: 0) } of the men of its plan.
way-belief = The state gives a plot a chance of { NUMBER($belief, style: "percent", maximumFractionDigits: 0) }.
way-belief-then = By then the state gives a plot a chance of { NUMBER($belief, style: "percent", maximumFractionDigits: 0) }.
way-proposed = On { $day } arrests are proposed for the first time.
way-refused = They are refused to the end.
way-arrested = They begin { $when ->
    [same] at once
   *[later] on { $day }
}; { $n ->
    [one] one person is
   *[other] { count } persons are
} taken.
way-prevented = That is the end of the plot.
way-early = Those who are left strike at once, on { $day }.

### Chronicle: the plan

chronicle-note = None of this happened: it is one history among the many that this reading allows.
no-plot = In this world nobody has made an armed plan, and the day passes without an attempt on any place.
prevented-day = The plotters are in prison, and nothing happens on this day that they had planned.
leaked = { $by ->
    [agent] An agent inside the plot has given the hour away.
    [members] Members of the plot have talked, and the hour is known.
   *[either] The hour is known: an agent has told it, or members of the plot have talked.
} From the first minute of the day every guard knows that an attack will come; the plotters do not know that it is known.
secret = The secret has been kept: no guard expects anything on this day.
not-launched = The plan was never set in motion.
departures = { $when }, { $n ->
    [one] one squad of the plot sets out
   *[other] { $squads } of the plot set out
} from { $starts ->
    [one] one place
   *[other] { COUNT($starts) } places
} of assembly to seize { $places }. They are, by kind: { $kinds }.
departures-kind = { $kind } ({ $n })
half-first = { $before ->
    [0] At { $t } the hour of the plan has come, and { $half ->
        [0] the seizure of the places begins
        [1] the arrests begin
       *[other] seizure and arrests begin together
    }.
   *[other] At { $t } the hour comes at which, by the plan, { $half ->
        [0] the seizure of the places
       *[other] seizure and arrests together
    } should have begun. { $before ->
        [one] One attempt has
       *[other] { COUNT($before) } attempts have
    } been made before it.
}
half-second = At { $t } the second half of the plan begins: { $half ->
    [0] the seizure of the places
   *[other] the arrests
}.

### Chronicle: who knew what and when

alarm-known = At { $t }, the hour of the plan, the alarm rings: the state's centre ({ $centre }) has been waiting for it.
alarm = At { $t } the state's centre ({ $centre }) takes alarm. The first blow was struck at { $first }.
alarm-guards = { $n ->
    [one] One guard hears of it before it is attacked, at { $first }.
   *[other] Word goes out to the guards: the first hears of it at { $first }, half of the { $n } whom it reaches by { $half }, the last at { $last }.
}
alarm-safe = { $all ->
    [yes] All { COUNT($of) } who are to be arrested are in the shelter ({ $shelter }) already.
   *[no] Of the { COUNT($of) } who are to be arrested { $n ->
        [0] nobody is
        [one] one is
       *[other] { count } are
    } in the shelter ({ $shelter }) at that hour.
}
alarm-persons = Of those outside it { $n ->
    [one] one is warned, at { $first }
   *[other] { count } are warned, the first at { $first }, the last at { $last }
}{ $reached ->
    [0] ; none reaches it.
    [one] ; one reaches it, at { $t }.
   *[other] ; { COUNT($reached) } reach it, the last at { $t }.
}
calls = The first call for help reaches the centre at { $t }, from { $place }{ $n ->
    [one] { "" }; it remains the only one.
   *[other] { "" }; { count } calls will have come by the end.
}
reserves = { $count ->
    [one] { $when }, one group of the reserve is
   *[other] { $when }, { $groups } of the reserve are
} sent to { $places }.
reserves-none = Nobody is sent.
reserves-there = The first are on the spot at { $t }; on average it takes them { $span } from the order.
news-first = At { $t } the headquarters of the plot hears of an outcome for the first time, and it is a { $good ->
    [yes] success
   *[no] failure
}; the news took { $span }.
news-delay = Of the { $n } pieces of news that reach it in the course of the day half take more than { $span }, the slowest { $longest }.
failure = At { $t }, having heard of { $good ->
    [0] no success
    [one] one success
   *[other] { COUNT($good) } successes
} and { $bad ->
    [0] no failure
    [one] one failure
   *[other] { COUNT($bad) } failures
}, headquarters declares that the plan has failed.
failure-truth = In truth { $n ->
    [one] one attempt had failed by then, at { $t }.
   *[other] { count } attempts had failed by then, the first of them at { $t }.
}
failure-recalled = { count } { $n ->
    [one] squad that had not begun is
   *[other] squads that had not begun are
} called back.
failure-press = Nobody is called back: the squads that have not struck yet go on.
street-at = At { $t } the people are called into the streets.
street = The people are called into the streets.
flight-at = At { $t } the leaders of the plot flee.
flight = The leaders of the plot flee.
shifted = From { $t } on headquarters sends { $n ->
    [one] one spare squad to a place
   *[other] { count } spare squads to places
} where others have failed.
services = From { $first } on services fail, because men fight in them or because what they depend on is lost. Lost at the worst moment: { $places }.
service-item = { $place } { NUMBER($share, style: "percent", maximumFractionDigits: 0) }
services-back = In the end all of them serve again.
services-down = At the end these do not serve: { $places }.

### Chronicle: fights

story-head = { $t }, { $place }.
story-strike = { $variant ->
    [0] { $n ->
        [one] One squad strikes, { $men }.
       *[other] { count } squads strike, { $men } in all.
    }
    [1] { $n ->
        [one] The attack is made by one squad, { $men }.
       *[other] The attack is made by { count } squads, { $men }.
    }
   *[other] { $n ->
        [one] A single squad goes in, { $men }.
       *[other] { count } squads go in together, { $men }.
    }
}
story-seen = { $variant ->
    [0] They are noticed while they lie near, and begin at once.
   *[other] Noticed, they do not wait any longer.
}
story-surprise = { $variant ->
    [0] Nobody has seen them come, and the guard does not answer their fire at first.
    [1] The guard suspects nothing until the first shots and needs time to answer them.
   *[other] They come unseen; the guard is slow to fire back.
}
story-ambush = { $variant ->
    [0] The guard has waited behind its walls, lets them come close, and fires first.
    [1] The men inside have been warned; they hold their fire until the attackers are at the doors.
   *[other] Here too the guard lies in wait, and the first shots are its own.
}
story-open = { $variant ->
    [0] Both sides open fire at once.
   *[other] The fire is answered from the first minute.
}
story-empty = Nobody defends the place.
story-relief = { $variant ->
    [0] { $men } of the reserve come to help while the fight lasts.
    [1] Help comes in time: { $men } of the reserve.
   *[other] While they fight, { $men } of the reserve join the guard.
}
story-unfinished = The fight is not over when the account ends.
story-repelled = { $after } the attackers { $variant ->
    [0] break off
    [1] give up
   *[other] draw back
}; { $lost ->
    [0] they have lost nobody
    [one] one of them is out of action
   *[other] { COUNT($lost) } of them are out of action
}, { $state ->
    [0] the guard has no losses
    [one] on the other side one man
   *[other] on the other side { COUNT($state) } men
}.
story-destroyed = { $after } not one of them is left in action; { $state ->
    [0] the defenders have no losses
    [one] the defenders have lost one man
   *[other] the defenders have lost { COUNT($state) } men
}.
story-taken = { $after } the place is theirs. They have lost { $lost ->
    [0] nobody
    [one] one man
   *[other] { COUNT($lost) } men
}, the defenders { $state ->
    [0] nobody
    [one] one man
   *[other] { COUNT($state) } men
}.
story-taken-quietly = { $after } it is in their hands without a shot.
story-yields = { $side ->
    [state] { $variant ->
        [0] Those who guard it count them, and give it up without a shot.
       *[other] The guard sees so many more than itself, and gives way without a shot.
    }
   *[plot] { $variant ->
        [0] They see how many there are inside, and draw back without a shot.
       *[other] Those inside are too many for them; they leave without a shot.
    }
}
story-again = { $n ->
    [one] One more attempt follows, over by { $t }, and it fails too
   *[other] { count } more attempts follow until { $t }, and all of them fail
}; { $lost ->
    [0] no attacker is
    [one] one more attacker is
   *[other] { COUNT($lost) } more attackers are
} put out of action, and { $state ->
    [0] no defender
    [one] one defender
   *[other] { COUNT($state) } defenders
}.
story-again-taken = { $n ->
    [0] The next attempt succeeds
    [one] After one more failure an attempt succeeds
   *[other] After { count } more failures an attempt succeeds
}: at { $t } the place is theirs.
story-retaken = At { $t } { $men } of the reserve attack to win it back, and { $after } they hold it again.
story-retaken-empty = At { $t } { $men } of the reserve find nobody there, and it is theirs again.
story-counter-yields = At { $t } { $men } of the reserve come to win it back, and { $side ->
    [plot] those who hold it give up
   *[state] they draw back
} without a shot.
story-counter-failed = At { $t } { $men } of the reserve try to win it back; { $after } they give up.
story-held = It stays in the hands of the plot to the end.
rest-head = { $n ->
    [one] Another place is attacked { $when }.
   *[other] { $when }, { count } other places are attacked.
}
rest-repelled = Beaten off: { $places } (out of action: { $lost } of the plot, { $state } of the state).
rest-lost = Taken and lost again: { $places } (out of action: { $lost } of the plot, { $state } of the state).
rest-held = Taken and kept: { $places } (out of action: { $lost } of the plot, { $state } of the state).
rest-open = Still fought over at the end: { $places } (out of action: { $lost } of the plot, { $state } of the state).

### Chronicle: arrests, power, end

raids = { $when }, { $squads } { $count ->
    [one] goes
   *[other] go
} from flat to flat. { $empty ->
    [0] In none of the { count } flats entered have the inhabitants gone.
   *[other] { $all ->
        [yes] They enter { count } flats, and all of them are empty.
       *[no] Of the { count } flats entered { $empty ->
            [one] one is
           *[other] { COUNT($empty) } are
        } empty.
    }
}
raids-slipped = { count } of the wanted { $n ->
    [one] slips
   *[other] slip
} away at the last moment.
raids-out-of-reach = { count } of the wanted { $n ->
    [one] is
   *[other] are
} behind walls that the squads cannot enter ({ $places }).
raids-arrested = { count } { $n ->
    [one] person is
   *[other] persons are
} arrested ({ $groups }).
raids-group = { $group }: { $n } of { $of }
raids-nobody = Nobody is arrested.
power-begins = { $by ->
    [army] At { $t }, with so much of the army on its side, the plot is, for the moment, in power.
   *[plan] At { $t } the plot holds so many places and so many leaders that, for the moment, it is in power.
}
power-ends = At { $t } the plot no longer holds what it takes to be in power.
seized = At { $t } the plot has been in power for as long as the scenario asks. Power is seized; now it has to be held.
end = At { $t } the account ends: { $cause }.
end-held = The plot holds { $n ->
    [one] one place
   *[other] { count } places
}: { $places }.
end-held-empty = No unit of the plot is left there: { $squads ->
    [yes] squads hold what it has, or nobody does
   *[no] nobody has come to take back what it had
}.
end-nothing = { $n ->
    [0] The plot has taken no place.
    [one] The plot has taken one place and does not hold it.
   *[other] The plot has taken { count } places and holds none of them.
}
# Others may be under arrest at the end: people of the street, the leader of the plot.
end-count = { $n ->
    [0] None of those whom the plot wanted is under arrest
    [one] One of those whom the plot wanted is under arrest
   *[other] { count } of those whom the plot wanted are under arrest
}{ $squads ->
    [yes] ; out of action are { $plot ->
        [0] none
       *[other] { COUNT($plot) }
    } of the plot's men and { $state ->
        [0] none
       *[other] { COUNT($state) }
    } of the state's
   *[no] {""}
}.
end-dead-units = { $plot ->
    [0] Of the units that obeyed { $state ->
        [one] one man is
       *[other] { COUNT($state) } men are
    } dead.
   *[other] Of the units that went over { $plot ->
        [one] one man is
       *[other] { COUNT($plot) } men are
    } dead{ $state ->
        [0] {""}
       *[other] , of those that obeyed { COUNT($state) }
    }.
}
end-street = { $dead ->
    [0] In the street { $jailed ->
        [one] one person was
       *[other] { COUNT($jailed) } people were
    } arrested.
   *[other] In the street { $dead ->
        [one] one person is
       *[other] { COUNT($dead) } people are
    } dead{ $jailed ->
        [0] {""}
        [one] {" "}and one was arrested
       *[other] {" "}and { COUNT($jailed) } were arrested
    }.
}
end-out = When it ends { count } people are still in the street.

### Map

map-brand = MALAPARTE
map-squads = { $n ->
    [one] one squad
   *[other] { $n } squads
}
map-held = { $n ->
    [0] no place taken
    [one] one place taken
   *[other] { $n } places taken
}
map-contested = { $n ->
    [0] no fight
    [one] one fight
   *[other] { $n } fights
}
legend-squad = squad
legend-waiting = waiting
legend-group = group of the reserve
legend-unheld = unguarded
legend-guarded = guarded
legend-hidden = hidden guard
legend-held = held by the plot
legend-contested = fought over
legend-obeys = army unit that obeys the state
legend-waits = army unit that waits
legend-joins = army unit that has gone over
legend-beaten = army unit that is beaten
legend-march = columns of marchers
legend-crowd = people who answered the call; the area is their number
legend-scale = 1 km
legend-straight = Ways between places are drawn straight.

### Army, street, holding

cause-support-gone = nobody supported the new power any more
cause-strike = a strike starved the new power
cause-counter-attack = troops from outside took the city back
cause-overthrown = the new power was overthrown
choice-obeyed = obeyed
choice-waited = waited
choice-over = over
choice-beaten = beaten
public-head = Army, street, seven days
public-units = Last choice of units · place
public-outcome = { $label } ({ $n ->
    [one] { $n } world
   *[other] { $n } worlds
}): { $known ->
    [yes] decided at { $hour } ({ $early } to { $late }),
   *[no] {""}
} dead { $deaths } ({ $low }–{ $high }){ $calm ->
    [yes] , nobody in { $bloodless } of them
   *[no] {""}
}; { $nodes ->
    [one] one place taken
   *[other] { $nodes } places taken
}{ $street ->
    [yes] , { $crowd } people in the street at most
   *[no] {""}
}.
public-causes = How it ended: { $causes }.
public-cause-none = no attempt was made ({ $n })
public-out = Where the hours ran out { $people } people ({ $low }–{ $high }) were still in the street: nothing was decided.
public-cause = { $cause } ({ $n })
public-dead = Dead in the mean: { $dead }.
public-arrests = Arrested in the mean: { $arrests }.
public-chosen = Units in the mean: { $parts }.
public-persons = Leaders of the state at the end, in the mean: { $parts }.
part-units-obey = { $n } obeyed
part-units-wait = { $n } waited
part-units-over = { $n } went over
part-units-beaten = { $n } beaten
part-persons-free = { $n } free
part-persons-sheltered = { $n } in the shelter
part-persons-taken = { $n } under arrest
part-persons-freed = { $n } freed again
part-persons-fled = { $n } fled
part-persons-killed = { $n } killed
public-leader = Leader of the plot: { $fates }.
public-fate = { $fate ->
    [free] at large
    [fled] fled
    [taken] arrested
    [in-power] in power
    [killed] killed
   *[not-told] not told
} ({ $n })
public-uncalled = Nobody is called to the street in any world.
public-rising = A rising in { $share } of worlds; arrested in the street, typically: { $jailed }.
public-size = From the first { $n ->
    [one] world
   *[other] { $n } worlds
}. Hours, all dead, places and people in the street are medians (nine in ten); the dead and the arrested by cause, units and leaders are means. Leaders killed as captives are not among all dead.
dead-plot = of the plot { $parts }
dead-state = of the state { $parts }
dead-people = of the people { $parts }
dead-fights-for-places = { $n } in fights for places
dead-fights-of-units = { $n } in fights of units
dead-killed-as-captives = { $n } leaders killed as captives
dead-shots = { $n } by shots
arrest-raids = { $n } leaders of the state in raids
arrest-after-the-end = { $n } leaders of the state after the end
arrest-in-the-street = { $n } people in the street
run-held = Once in power it holds for seven days in { $held } of { $seized } worlds.
# Names of units stand in the singular or in the plural, so none of them is a subject.
unit-chooses = At { $t } the choice of { $units } is { $choice ->
    [0] to obey again
    [1] to wait
   *[2] to go over
}.
unit-takes = At { $t } { $place } is taken for the plot by { $unit }.
unit-retakes = At { $t } { $place } is taken back by { $unit }.
unit-beaten = At { $t } the { $side ->
    [attack] attack on
   *[defence] defence of
} { $place } is lost by { $unit }, now out of action.
unit-yields = At { $t } the fight for { $place } is given up without a shot by { $unit }, now { $n ->
    [3] disarmed
   *[other] standing aside
}.
unit-refuses = At { $t } the order to fire at the people is refused by { $unit }.
army-over = At { $t } so much of the army has gone over that the state falls.
army-back = At { $t } the army is no longer with the plot.
# What goes back and forth, after it has been told twice; there are at least three changes more.
swing-hands = { $when }, { $place } changes hands { count } more times (for the plot: { $plot }; for the state: { $state }); after that { $holder ->
    [plot] the plot
   *[state] the state
} holds it.
swing-choice = { $when }, the choice of { $unit } changes { count } more times; in the end it is { $choice ->
    [obeys] to obey
    [waits] to wait
   *[joins] to go over
}.
swing-army = { $when }, the army changes sides { count } more times: { swing-gained } so much of it has gone over that the state falls, { swing-lost } it comes back. After that it { $now ->
    [with] is with the plot
   *[without] is not with the plot
}.
swing-power = { $when }, power changes { count } more times: { swing-gained } the plot is, for the moment, in power, { swing-lost } it no longer holds what that takes. After that it is { $now ->
    [with] in power
   *[without] not in power
}.
swing-gained = { $gained ->
    [one] once
    [2] twice
   *[other] { COUNT($gained) } times
}
swing-lost = { $lost ->
    [one] once
    [2] twice
   *[other] { COUNT($lost) } times
}
rising = At { $t } it is a rising: { $n } people are in the streets.
crowd-dispersed = At { $t } the streets are quiet; { $n } people were out at most.
authority-refuses = At { $t } { $name } says no.
authority-agrees = At { $t } { $name } agrees.
strike-begins = At { $t } a strike begins: services and offices stop.
new-power-ends = After { $span } the new power is gone: { $cause }.
held-on = Seven days later it still holds.
public-outside = outside
fate-leader = { $fate ->
    [free] The leader of the plot stays at large.
    [fled] The leader of the plot gets away.
    [taken] The leader of the plot is arrested.
    [killed] The leader of the plot is caught and does not live through the week.
   *[in-power] The leader of the plot is in power.
}
fate-persons = Among the leaders of the state { $parts }.
fate-freed = { $n ->
    [one] Afterwards the one whom the plot had arrested is freed.
   *[other] Afterwards { count } whom the plot had arrested are freed.
}
fate-taken = { $n ->
    [one] one is arrested later
   *[other] { count } are arrested later
}
fate-fled = { $n ->
    [one] one flees
   *[other] { count } flee
}
fate-killed = { $n ->
    [one] one is killed
   *[other] { count } are killed
}
link-guards-fights = Guards wait in every centre
link-belief-plan = The plotters misjudge their opponent
link-parade-army = Units choose for themselves
link-failure-street = When all has failed the people are called
link-seized-held = What is seized must be held
out-crowd = People in the street, at most
out-over = Units that went over
out-held = Power held, share
out-rising = A rising, share

facts-head = Stylised facts of attempts
facts-value = model
facts-tolerance = tolerance
facts-verdict = verdict
facts-width = 95 %
facts-worlds = worlds
facts-met = met
facts-between = { $negative ->
    [yes] { $low } to { $high }
   *[no] { $low }–{ $high }
}
facts-least = at least { $low }
facts-missed = MISSED
facts-open = open
facts-count = { $met } of { $of } are met, { $missed } missed, { $open } open, as the error reaches over an edge. No number was fitted to them.
facts-size = { $scenario }, seed { $seed }; worlds of a variant, or for E2 and E4 crowds of a set of assumptions.
fact-s01 = success of launched attempts
fact-s04a = outcome told by structure, AUC
fact-s04b = outcome told by alignment, AUC
fact-s05a = nobody dead, of successes
fact-s05b = nobody dead, of failures
fact-s05c = the first less the second
fact-s05d = a hundred dead or more
fact-s05e = spread of log10 deaths
fact-s08a = soldiers' plots stopped in time
fact-s08b = the same of civilians, less that
fact-s08c = what doubling adds, over the last
fact-s09 = success of civilians no unit joins
fact-s12a = a strike's cost within six hours
fact-s12b = a strike's cost in seven days
fact-e1 = skew of crowds on the same inputs
fact-e2 = sudden over gradual loss, peak
fact-e4 = police and share out, by district

### Terminal: given the record

given-head = Given the record
given-how = { $worlds } worlds of this reading were weighed by { $n ->
    [one] one statement
   *[other] { $n } statements
} of the record; those that fit are worth { $worthworlds } worlds and { $worthsets } of { $sets } sets of assumptions.
given-unseen = No weighed world shows it; the upper end is what so few of them leave open.
given-answer = In worlds of this reading that fit the record, the plot comes into power: { $after }; before the record was asked: { $before }.
given-plot = There is an armed plot at all: { $after }; before the record was asked: { $before }.
given-statements = The record, statement by statement
given-fits = agrees with { $share } of the worlds; how likely this reading makes it: { $chance }
given-fits-number = how likely this reading makes it: { $chance }
given-more = { $factor } likelier than under “{ $other }”
given-less = { $factor } less likely than under “{ $other }”
given-same = as likely as under “{ $other }”: it does not tell these readings apart
given-factor = { $value } times ({ $low }–{ $high })
given-factor-least = at least { $low } times
given-readings = The readings
given-reading-more = The record as a whole is { $factor } likelier under “{ $mine }” than under “{ $other }”.
given-reading-less = The record as a whole is { $factor } less likely under “{ $mine }” than under “{ $other }”.
given-reading-same = The record as a whole is as likely under “{ $mine }” as under “{ $other }”: { $factor }.
given-reading-means = By so much should whoever weighs the readings shift the odds; how likely each was before is not the laboratory's to say. Ratios of single statements do not multiply to it, because the worlds that fit one fit others too. In brackets: 95 % of what luck allows.
given-dull = { $n ->
    [0] Every statement tells some of these readings apart.
    [one] One statement tells none of these readings apart.
   *[other] { $n } statements tell none of these readings apart.
}
given-alone = Statements tell readings apart only beside another reading: --against { $other }.
given-outcomes = Outcomes before and after the record
given-column-before = before
given-column-after = given the record
given-places = Places, by the chance that the plot ever takes them
given-learned = Numbers that the record teaches about
given-learned-how = Median and nine in ten, before and after; the first { $n } of { $of }.
given-learned-none = None of { $of } uncertain numbers moved further than so few sets would show by chance. Nearest to it came:
given-left = Not weighed
given-left-text = Left out, reckoned afterwards, or said already by others: { $names }.
given-changed = What the change would have done in worlds like ours
given-changed-how = The worlds as they were are weighed by the record ({ $n } statements{ $left ->
    [0] {""}
   *[other] {" "}without { $names }
}; worth { $worthworlds } worlds and { $worthsets } of { $sets } sets of assumptions), then each is changed with its luck kept.
given-changed-answer = In the reading “{ $reading }”, given the record, the plot comes into power { $before } before the change and { $after } after it; on the same luck that is { $value } in 100 worlds ({ $low } to { $high }, 95 % of what luck allows); nothing beyond { $horizon } is claimed.
given-changed-none = In the reading “{ $reading }”, given the record, the change would not have brought the plot to power in a single world that fits and in which it otherwise was not, nor the other way round: worlds in power, with the change and without, are { $said }; nothing beyond { $horizon } is claimed.
record-absent = silence
record-grade = grade { $grade }

### The report as a file

report-contents = Contents
report-basis = What { $n } numbers rest on
report-options-idle = Alone these change nothing that shows:
report-documented = documented
report-claimed = claimed
report-estimated = estimated
report-assumed = assumed
report-outcomes-text = Each bar is a share of { $worlds } worlds; the thin line below it is the range of that share across assumptions, and the words say no more than that range allows. A share of worlds is not a probability that something happened.
road-legend-median = median
road-legend-half = half of the worlds
road-legend-most = nine in ten
road-legend-counted = counted by somebody
road-legend-given = given to the scenario
road-legend-later = reckoned afterwards
road-legend-day = the day
report-road-figure = The road by date: medians, half and nine tenths of the worlds, and what documents say
report-road-text = Line: the median of { $n } worlds; dark band: half of them; pale band: nine in ten. Points with a line are what somebody counted, hatched boxes what was reckoned afterwards, hollow points what the scenario was given. Incidents are added up from March, purchases from each July; what the plot and the state do is told to the eve. The dashed line is the day itself. Nothing was fitted to the points.
report-map = The city
report-map-figure = The city, each place filled as far as the chance that the plot ever takes it
report-map-text = Each square is a place that the plot wants, red as far as the share of worlds{ $plot ->
    [all] {""}
   *[some] {" "}with a plot
} in which it is ever taken; large squares count for power.
report-map-legend = worlds in which it falls
report-places-text = Square: the share of worlds{ $plot ->
    [all] {""}
   *[some] {" "}with a plot
}; line: its range across assumptions, in 100; beside the words the typical hour.
report-carries = What carries it
report-options = Decisions of the defence, one at a time
report-options-text = Each decision of the defence taken otherwise, everything else as it was, down to the luck ({ $worlds } worlds). Bars: places that the plot ever takes, in the mean of all worlds; the thin line is 95 % of what luck allows. Red helps the plot.
report-options-power = None of them alone brings the plot to power in a world where it otherwise fails. A single change near nothing may still matter together with another.
report-options-power-some = Worlds in which power changes hands because of one of them: { $names }.
report-options-power-one = { $option } (+{ $gained }, −{ $lost } of { $worlds })
report-explained = Luck, and which assumptions
report-explained-how = { $points } points of a Sobol design, { $design } worlds of it, and { $worlds } worlds of the run. Dark: what a factor carries by itself; pale: with all that it does together with others; the thin line is 95 % of what so few points leave open. What two carry together counts for both, so bars need not add to one. “malaparte explain” with more --points is surer.
report-explained-rest = { $some ->
    [yes] { $n ->
        [one] One more mechanism carries
       *[other] { $n } more carry
    }
   *[no] Each of { $n } carries
} less than one part in a hundred: { $names }.
report-explained-none = Not one number carries as much as one part in a hundred at these { $points } points; more points may tell some apart.
report-explained-numbers = Numbers, the strongest first
report-explained-count = { $n ->
    [one] { $n } number
   *[other] { $n } numbers
}
report-explained-idle = Numbers without influence
report-explained-idle-text = { $n } of { $of } uncertain numbers changed no history at all, to the bit: they need no better source, unless at up to { $unseen } of 100 points that were not tried.
report-explained-idle-of = { $n } of { $of }
report-explained-names = Which
report-column-mechanism = mechanism
report-column-gone = ignorance that would go (95 %)
report-column-place = place
report-if-most = If { $path } is at most { $limit } { $unit }
report-if-more = If it is more
report-record = The record
report-record-text = What is known of the history that happened, and how this reading's worlds fit it. Silence counts as far as somebody would have spoken; those chances are ours.
report-record-worth = The worlds that fit are worth { $worthworlds } of { $worlds }.
report-record-refused = Too few of { $worlds } worlds fit the record to speak of them; more worlds may do.
report-column-statement = what is said
report-column-fits = worlds that agree
report-column-chance = how likely here
report-column-grade = grade
report-column-sources = sources
report-column-number = number
report-learned = What the record teaches
report-typical = One day in full
report-typical-text = { $plot ->
    [all] The typical world: it ends as most do,
   *[some] The typical one of the worlds with a plot: it ends as most of those do,
} and its hours, numbers and losses are nearest to the middle.
report-disputes = What is disputed
report-disputes-text = Claims of the story that historians contradict, in part or whole. Grades: A uncontested, B one good source, C recollection, D legend, X contradicted.
report-column-claim = the story
report-column-book = the book
report-column-historians = historians
report-made = How this was made
report-made-run = run id
report-made-version = version
report-made-rules = rules
report-made-command = command
report-made-worlds = worlds
report-made-text = The same command with the same version gives the same file, byte for byte. The run id names the scenario, the rules, the seed and the number of worlds.
report-sources = Sources
report-seen-page = a page seen
report-seen-excerpt = excerpt seen
report-seen-no = not seen
report-footer = Simulated worlds in the reading “{ $reading }”. They say what follows from its assumptions, not what happened.
report-fonts = Fonts: Oswald, Jost, Old Standard TT (SIL Open Font License 1.1).
plot-caption = simulated worlds, reading { $reading }: { $size }
plot-none = This scenario has no road, so there is nothing to draw.
plot-compare = What the change does, in 100 worlds{ $record ->
    [yes] {" "}given the record
   *[no] {""}
}
plot-rank = What each option does alone, in 100 worlds: { $label }
plot-worth = What each change is worth, in 100 worlds: { $label }
plot-explain = What carries { $by ->
    [outcome] how histories end
    [places] how many places are taken
   *[arrested] how many persons the plot arrests
}, dark by itself, pale with others
plot-outcome = How it ends
plot-place = Taken by the plot
change-set = A value set by hand
change-with = Put in from another scenario

### Mechanisms: what a rule of the day or the road reads

mechanism-army = Army: which units march
mechanism-authorities = Others who can say no
mechanism-channels = Messages between places
mechanism-clash = Fighting
mechanism-columns = The march
mechanism-command = The state's command
mechanism-dependencies = Which place serves which
mechanism-fates = What becomes of persons
mechanism-guards = Guards of places
mechanism-holding = Holding power afterwards
mechanism-leaders = Where the leaders are
mechanism-movement = Ways through the city
mechanism-places = Places themselves
mechanism-plan = The plan
mechanism-power = What counts as power
mechanism-record = What would be reported
mechanism-reserves = Reserves of the state
mechanism-road-arrest = Road: arrests
mechanism-road-grain = Road: grain
mechanism-road-households = Road: households
mechanism-road-mood = Road: mood
mechanism-road-plot = Road: growth of the plot
mechanism-road-rumour = Road: rumour
mechanism-road-secrecy = Road: secrecy
mechanism-road-services = Road: services of the city
mechanism-road-shocks = Road: shocks
mechanism-road-shops = Road: shops and queues
mechanism-road-towns = Road: towns
mechanism-squads = Squads of the plot
mechanism-street = The street

### Units

unit-person = persons
unit-count = count
unit-share = share
unit-probability = probability
unit-factor = factor
unit-log = log
unit-weight = weight
unit-hour = hours
unit-minute = minutes
unit-metre = metres
counted-hour = { $n ->
    [one] hour
   *[other] hours
}
counted-minute = { $n ->
    [one] minute
   *[other] minutes
}
counted-metre = { $n ->
    [one] metre
   *[other] metres
}
counted-day = { $n ->
    [one] day
   *[other] days
}
unit-km-per-h = km/h
unit-1-per-minute = a minute
unit-1-per-day = a day
unit-1-per-day-per-person = a day and person
unit-day = days
unit-hour-per-day = hours a day
unit-million-poods = million poods
unit-million-poods-per-month = million poods a month
unit-rouble-per-pood = roubles a pood
