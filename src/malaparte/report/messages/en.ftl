# Words of the laboratory in English.  ru.ftl has the same ids; a test holds the two together.
# Names of places and groups come from the scenario and stand as they are.

### Times and numbers

clock-later = { $clock } { $days ->
    [1] the next day
    [2] two days later
   *[other] { $days } days later
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
at = At { $t }.
percent = { NUMBER($share, style: "percent", maximumFractionDigits: 0) }
percent-fine = { NUMBER($share, style: "percent", maximumFractionDigits: 1) }
number = { $n }
number-fine = { NUMBER($n, maximumFractionDigits: 4) }
said-about = about { $low } in { $of }
answer-about = In this reading: in about { $low } worlds of { $of }.
answer-range = In this reading: in { $low } to { $high } worlds of { $of }; our numbers allow no narrower answer.
date = { $day }
said-range = between { $low } and { $high } in { $of }
said-short = { $low }–{ $high } in { $of }
# How many in words, up to twelve.
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
label-rising-crushed = rising crushed
label-lost = seized and lost
label-held = seized and held
label-seized-holding-not-simulated = seized, holding not simulated
cause-none = the plot has nobody who could act
cause-seized = the plot has been in power for as long as the scenario asks
cause-squads-broken = no squad was left that could act
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
run-size = { $worlds } worlds, { $sets } sets of assumptions, seed { $seed }.
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
run-alarm-head = The alarm
run-launched = The attempt comes into the open, typically, at { $hour } (nine in ten: { $early }–{ $late }).
run-alarm = Worlds in which the alarm rings: { $said }; typical hour { $hour } (nine in ten: { $early }–{ $late }).
run-alarm-never = Worlds in which the alarm rings: { $said }.
run-places = Places by the chance that the plot ever takes them
run-places-more = { $n ->
    [one] and one more place, less likely than these
   *[other] and { $n } more places, less likely than these
}
run-persons = Persons by the chance of arrest
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
run-missing-text = { $road ->
    [yes] The
   *[no] The road to the day (this scenario says nothing of it), the
} army on the parade, a general rising, and holding what was seized (links { $road ->
    [yes] 14, 16 and 17
   *[no] 1 to 9, 14, 16 and 17
} of the article behind the Moscow readings). A seizure is therefore not yet a success.
run-next = Try next

### Terminal: the road and the chain

road-head = The road
road-median = median
road-half = 50 % band
road-most = 90 % band
road-record = record
road-hatched = Values stand at the beginning of the day. ▨ marks what was reckoned afterwards, not recorded.
road-peak = Most people spread the rumour of war, typically, on { $day } (nine in ten: { $early } to { $late }).
road-plot = Of worlds with a plot: arrests are proposed in { $proposed }; they end the plot in { $prevented } and make it strike early in { $early }; the hour is known on the eve in { $known }. On the eve the plot can field { $fielded } of the men of its plan, on average.
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
road-size = Roads of the first { $n } worlds; the economy runs on to its end whatever the day brings.
chain-head = The chain, each link cut in turn
chain-how = Columns: mean as it is, mean change when the link is cut, 95 % of what luck allows for that mean. { $n } worlds on the same luck, seed { $seed }; a link that is cut gives its receiver what a calm year would.
chain-nothing = Changes nothing here.
chain-little = Changes something, but less than the printed digits.
chain-later = Belongs to rules of the day that are not simulated yet.
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
out-incidents = Incidents reported
out-trust = Trust in the state
out-plotters = Members of the plot
out-belief = The state's belief in a plot
out-plotters-given = Members of the plot, where there is one
out-belief-given = The state's belief in a plot, where there is one
out-belief-none = The state's belief in a plot, where there is none
out-rumour-peak = Share spreading, at its peak
out-shortfall-eve = Short on the eve, million poods
out-shortfall-end = Short at the end, million poods
out-proposed = Arrests proposed, share
out-arrests = Persons arrested before
out-fielded = Planned men fielded, share
out-prevented = Plot prevented, share
out-leaked = Hour known, share
out-taken = Places ever taken
out-lost = Men lost by the plot
out-seized = Power seized, share

### Terminal: a comparison

compare-head = What if
compare-change = { $decision } Not “{ $default }”, but “{ $option }”.
compare-set = { $path } = { $value }.
compare-sentence = In this reading the change brings the plot to power in { $gained } of { $worlds } worlds where it otherwise fails, and costs it power in { $lost }.
compare-shares = Worlds in power: { $before } before the change, { $after } after it.
compare-none = In this reading the change would not have brought the plot to power in a single world in which it otherwise was not, nor the other way round: { $said }.
compare-never = nobody comes to power in any of them
compare-difference = On the same luck that is { $value } in 100 worlds: { $low } to { $high } if only luck is in doubt (95 %), { $lowest } to { $highest } across nine in ten of the assumptions.
compare-gain = Two ensembles without common luck would have needed { $gain } times as many worlds for the same precision.
compare-same = { $same } of { $worlds } worlds end under the same name as before.
compare-flip = { $n } from “{ $before }” to “{ $after }”: world { $worlds }
compare-outcomes = Outcomes before and after
compare-places = Places by the change in the chance that the plot takes them
compare-numbers = What it changes in the mean of all worlds
compare-mean-change = change
compare-number-nodes-taken = places that the plot ever takes
compare-number-arrested = persons arrested
compare-number-loss-plot = men of the plot out of action
compare-number-loss-regime = men of the state out of action
compare-before = before
compare-after = after
compare-column = change in 100
compare-road = What it changes on the road
compare-road-same = Nothing before the day is different.
compare-road-columns = Columns: mean before, mean change, 95 % of what luck allows for that mean. Roads of the first { $n } worlds.
compare-covers = What the answer covers
compare-horizon = One day, { $hours } hours from { $start } on; what would have followed is not simulated, and { $road ->
    [yes] the road before it is lived through once more, with the change
   *[no] nothing before that day is changed
}. Everything else stays as it was, down to the luck.

### Chronicle: the road

way-peak = On { $day } more people spread the rumour of war than on any other day: { NUMBER($share, style: "percent", maximumFractionDigits: 1) } of the towns.
way-queue = { $day } brings the longest queues for bread before the day, { $hours } hours for the one who waits; at home there is bread for { $home } days.
way-grain = On the eve the state has bought { NUMBER($grain, maximumFractionDigits: 0) } million poods since July{ $side ->
    [short] , { NUMBER($gap, maximumFractionDigits: 0) } fewer than a year before
    [more] , { NUMBER($gap, maximumFractionDigits: 0) } more than a year before
   *[alone] {""}
}; the stores of the towns hold bread for { NUMBER($cover, maximumFractionDigits: 0) } days.
way-incidents = { $n } incidents on railways, power, telephone and telegraph have been reported{ $plot ->
    [no] {""}
   *[yes] ; the plot { $probes ->
        [0] has not tried its targets
        [one] has tried its targets once
       *[other] has tried its targets { $probes } times
    }
}.
way-plot = The plot has { NUMBER($members, maximumFractionDigits: 0) } members, and can field { NUMBER($fielded, style: "percent", maximumFractionDigits: 0) } of the men of its plan.
way-belief = The state gives a plot a chance of { NUMBER($belief, style: "percent", maximumFractionDigits: 0) }.
way-proposed = On { $day } arrests are proposed for the first time.
way-refused = They are refused to the end.
way-arrested = They begin { $when ->
    [same] at once
   *[later] on { $day }
}; { $n ->
    [one] one person is
   *[other] { $n } persons are
} taken.
way-prevented = That is the end of the plot.
way-early = Those who are left strike at once, on { $day }.

### Chronicle: the plan

chronicle-note = None of this happened: it is one history among the many that this reading allows.
no-plot = In this world nobody has made an armed plan. The day passes without an attempt on any place; what the marchers and the street did is not simulated.
prevented-day = The plotters are in prison, and nothing happens on this day that they had planned.
leaked = An agent inside the plot has given the hour away. From the first minute of the day every guard knows that an attack will come; the plotters do not know that it is known.
given-away = Somebody inside the plot has given the hour away. From the first minute of the day every guard knows that an attack will come; the plotters do not know that it is known.
secret = The secret has been kept: no guard expects anything on this day.
not-launched = The plan was never set in motion.
departures = { $n ->
    [one] At { $first } one squad of the plot sets out
   *[other] Between { $first } and { $last }, { $squads } of the plot set out
} from { $starts ->
    [one] one place
   *[other] { $starts } places
} of assembly to seize { $places }. They are, by kind: { $kinds }.
departures-kind = { $kind } ({ $n })
half-first = At { $t } the hour of the plan has come, and { $half ->
    [0] the seizure of the places begins
    [1] the arrests begin
   *[other] seizure and arrests begin together
}.
half-second = At { $t } the second half of the plan begins: { $half ->
    [0] the seizure of the places
   *[other] the arrests
}.

### Chronicle: who knew what and when

alarm-known = The alarm rings at the same minute, { $t }: the state's centre ({ $centre }) has been waiting for it.
alarm = At { $t } the state's centre ({ $centre }) takes alarm. The first blow was struck at { $first }.
alarm-guards = { $n ->
    [one] One guard hears of it before it is attacked, at { $first }.
   *[other] Word goes out to the guards: the first hears of it at { $first }, half of the { $n } whom it reaches by { $half }, the last at { $last }.
}
alarm-safe = { $all ->
    [yes] All { $of } who are to be arrested are in the shelter ({ $shelter }) already.
   *[no] Of the { $of } who are to be arrested { $n ->
        [0] nobody is
        [one] one is
       *[other] { $n } are
    } in the shelter ({ $shelter }) at that hour.
}
alarm-persons = Of those outside it { $n ->
    [one] one is warned, at { $first }
   *[other] { count } are warned, the first at { $first }, the last at { $last }
}{ $reached ->
    [0] ; none reaches it.
    [one] ; one reaches it, at { $t }.
   *[other] ; { $reached } reach it, the last at { $t }.
}
calls = The first call for help reaches the centre at { $t }, from { $place }{ $n ->
    [one] { "" }; it remains the only one.
   *[other] { "" }; { $n } calls will have come by the end.
}
reserves = { $count ->
    [one] At { $first } one group of the reserve is
   *[other] From { $first } to { $last } { $groups } of the reserve are
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
   *[other] { $good } successes
} and { $bad ->
    [0] no failure
    [one] one failure
   *[other] { $bad } failures
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
street = The people are called into the streets. What the street then did is not simulated.
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
story-relief = { $men } of the reserve come to help while the fight lasts.
story-unfinished = The fight is not over when the account ends.
story-repelled = { $after } the attackers { $variant ->
    [0] break off
    [1] give up
   *[other] draw back
}; { $lost ->
    [0] they have lost nobody
    [one] one of them is out of action
   *[other] { $lost } of them are out of action
}, { $state ->
    [0] the guard has no losses
    [one] on the other side one man
   *[other] on the other side { $state } men
}.
story-destroyed = { $after } not one of them is left in action; { $state ->
    [0] the defenders have no losses
    [one] the defenders have lost one man
   *[other] the defenders have lost { $state } men
}.
story-taken = { $after } the place is theirs. They have lost { $lost ->
    [0] nobody
    [one] one man
   *[other] { $lost } men
}, the defenders { $state ->
    [0] nobody
    [one] one man
   *[other] { $state } men
}.
story-taken-quietly = { $after } it is in their hands without a shot.
story-again = { $n ->
    [one] One more attempt follows, over by { $t }, and it fails too
   *[other] { count } more attempts follow until { $t }, and all of them fail
}; { $lost ->
    [0] no attacker is
    [one] one more attacker is
   *[other] { $lost } more attackers are
} put out of action, and { $state ->
    [0] no defender
    [one] one defender
   *[other] { $state } defenders
}.
story-again-taken = { $n ->
    [0] The next attempt succeeds
    [one] After one more failure an attempt succeeds
   *[other] After { count } more failures an attempt succeeds
}: at { $t } the place is theirs.
story-retaken = At { $t } { $men } of the reserve attack to win it back, and { $after } they hold it again.
story-counter-failed = At { $t } { $men } of the reserve try to win it back; { $after } they give up.
story-held = It stays in the hands of the plot to the end.
rest-head = { $n ->
    [one] One more place is attacked at { $first }.
   *[other] Between { $first } and { $last } { count } more places are attacked.
}
rest-repelled = Beaten off: { $places } (out of action: { $lost } of the plot, { $state } of the state).
rest-lost = Taken and lost again: { $places } (out of action: { $lost } of the plot, { $state } of the state).
rest-held = Taken and kept: { $places } (out of action: { $lost } of the plot, { $state } of the state).
rest-open = Still fought over at the end: { $places } (out of action: { $lost } of the plot, { $state } of the state).

### Chronicle: arrests, power, end

raids = From { $first } to { $last } { $squads } { $count ->
    [one] goes
   *[other] go
} from flat to flat. { $empty ->
    [0] In none of the { count } flats entered have the inhabitants gone.
   *[other] { $all ->
        [yes] { $n } flats are entered, and all of them are empty.
       *[no] Of the { count } flats entered { $empty ->
            [one] one is
           *[other] { $empty } are
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
power-begins = At { $t } the plot holds so many places and so many leaders that, for the moment, it is in power.
power-ends = At { $t } the plot no longer holds what that takes.
seized = At { $t } the plot has kept them for as long as the scenario asks. Power is seized; whether it could be held is not simulated.
end = At { $t } the account ends: { $cause }.
end-held = The plot holds { $n ->
    [one] one place
   *[other] { count } places
}: { $places }.
end-nothing = { $n ->
    [0] The plot has taken no place.
    [one] The plot has taken one place and does not hold it.
   *[other] The plot has taken { count } places and holds none of them.
}
end-count = { $arrested ->
    [0] Nobody is under arrest
    [one] One person is under arrest
   *[other] { $arrested } persons are under arrest
}; out of action are { $plot } of the plot's men and { $state } of the state's.

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
legend-scale = 1 km
legend-straight = Ways between places are drawn straight.
