"""What became of every entry of known_results.yaml.

No textbook function is written just to pass an entry: a rule that ensembles run reproduces it, or
it waits for its rule, or it belongs to a model that the laboratory does not use.
"""

REPRODUCED = {
    "cf.crn_bernoulli": "test_chance.test_crn_bernoulli",
    "cf.crn_normal": "test_chance.test_crn_normal",
    "cf.firing_squad": "test_counterfactual.test_firing_squad",
    "cf.ishigami": "test_sobol.test_ishigami",
    "cf.kidney_simpson": "test_counterfactual.test_kidney_stones",
    "cf.linear_scm": "test_counterfactual.test_linear_structural_model",
    "cf.preemption": "test_counterfactual.test_preemption",
    "cf.shapley_glove": "test_counterfactual.test_glove_game",
    "cf.sbc_coverage": "test_record.test_sbc_coverage",
    "cf.sbc_uniform": "test_record.test_sbc_uniform",
    "cf.zero_successes": "test_share.test_zero_successes",
    "decap.correlated_variance": "test_decap.test_correlated_variance",
    "decap.koopman": "test_decap.test_koopman_random_search",
    "decap.quorum": "test_decap.test_quorum_at_home",
    "engine.calendar": "test_calendar.test_the_day_of_every_reading",
    "force.alarm_race": "test_force.test_alarm_race",
    "force.deitchman": "test_force.test_deitchman_what_is_left",
    "force.lanchester_square": "test_force.test_lanchester_square",
    "force.okcorral_win": "test_force.test_okcorral_win",
    "force.poisson_binomial": "test_force.test_poisson_binomial",
    "force.street_distance": "test_force.test_street_distance_in_a_square",
    "infra.iim_two_sector": "test_infra.test_iim_two_sector",
    "covert.bayes_informer": "test_road.test_bayes_of_reports",
    "covert.mole_race": "test_road.test_the_informer_races_a_chance_leak",
    "covert.borel_arrest_chain": "test_road.test_chain_of_arrests_is_a_borel_law",
    "grain.ces_elasticity": "test_road.test_sales_of_a_household_with_endowment",
    "grain.cobb_douglas_zero": "test_road.test_sales_of_a_household_with_endowment",
    "grain.rationing_kink": "test_road.test_rationing_turns_the_answer_to_price_around",
    "hoard.eoq_stock": "test_road.test_square_root_law_of_hoarding",
    "infra.diim_recovery": "test_road.test_repair_of_a_sector_alone",
    "levels.type_learning": "test_road.test_a_belief_learns_from_looks",
    "queue.fluid_rush": "test_road.test_fluid_rush",
    "rumour.double_count_trap": "test_road.test_a_fifth_never_hears_the_rumour",
    "rumour.mt_final_ignorants": "test_road.test_a_fifth_never_hears_the_rumour",
    "rumour.nekovee_homogeneous": "test_road.test_nekovee_reach_and_threshold",
    "rumour.peak_spreaders": "test_road.test_a_fifth_never_hears_the_rumour",
    "rumour.sir_final_size": "test_road.test_without_stifling_it_is_an_epidemic",
    "army.globalgame_diffuse": "test_army.test_diffuse_global_game",
    "army.globalgame_public": "test_army.test_public_global_game",
    "army.risk_dominance": "test_army.test_risk_dominance_is_a_half",
    "army.uniqueness_bound": "test_army.test_uniqueness_bound",
    "uprising.epstein_constants": "test_army.test_epstein_constants",
    "hold.ou_stationary": "test_army.test_support_has_the_stationary_law_of_its_process",
    "hold.support_ruin": "test_army.test_support_with_drift_is_ruined_as_often_as_it_should_be",
    "wait.hazard_threshold": "test_road.test_arrest_now_or_after_the_guests_leave",
}
"""Entry -> module and test that reproduces it."""

IN_PART = {
    "cf.crn_normal": "only by inversion; nothing here is drawn antithetically",
    "cf.zero_successes": "reports use the one-sided bound",
    "decap.koopman": "random search is the law of detection; no search here follows a pattern",
    "engine.calendar": "dates are new style only, without Julian days",
    "force.street_distance": "ways are straight lines times a detour factor, no grid of streets",
    "covert.bayes_informer": "the echo is a flag of the agent, see `secrecy.agent_reports`",
    "levels.type_learning": "the mean; nothing asks for the chance that a share is above a half",
    "hold.support_ruin": "by a time; ever is the limit",
    "rumour.double_count_trap": "the mistake that the rule must not make",
}
"""Reproduced entry -> what of it has no rule here."""

LATER = {
    "game": (
        "force.blotto_share decap.weakest_link levels.beauty_levelk levels.cognitive_hierarchy "
        "levels.matching_pennies levels.underestimate"
    ),
}
"""Rules that are not built yet -> entries that belong to them."""

UNUSED = {
    "cf.fixed_splitting": "no world is split or cloned: worlds of one number share their luck with "
    "every variant, and what no world shows is bounded, see cf.zero_successes",
    "cf.gamblers_ruin": "no rule is a walk by whole steps, and rare outcomes are not split; "
    "support is ruined by the law of hold.support_ruin",
    "decap.assassination_rate": "the plot arrests; nobody is killed by a rule of his own",
    "engine.immigration_death": "nobody enters or leaves the day at a rate; the clocks of the next "
    "event are held to exact laws by force.alarm_race and force.okcorral_win",
    "force.linear_stochastic": "the linear law needs both sides behind walls; whoever attacks a "
    "place stands in the open",
    "infra.bridge_reliability": "services are shares that are lost, not lines that hold or break",
    "infra.buldyrev_2er": "the city's services are few, named and sourced, not a random network",
    "infra.cascade_quasibinomial": "no line fails by overload within the day",
    "infra.crossing_half": "no grid is percolated: ways are straight lines times a detour factor",
    "infra.er_giant": "the city's services are few, named and sourced, not a random network",
    "infra.fiber_bundle": "no load is shared among parts that break",
    "infra.kofn": "no service counts how many of its equal parts work",
    "infra.molloy_reed": "the city's services are few, named and sourced, not a random network",
    "covert.clean_cells": "the agent knows a share of the members, not cells by name",
    "covert.grimes_L": "the form N p is used, with other rates and growing numbers",
    "covert.grimes_table": "the form N p is used, with other rates and growing numbers",
    "covert.lindelauf_switch": "nobody designs the network of the plot",
    "grain.implied_sigma": "no rule infers an elasticity",
    "grain.official_vs_market": "quoted prices, in the scenario and its sources",
    "grain.scissors_1923": "prices of another year",
    "grain.shortfall_account": "the record, in the scenario; the shortfall itself is an output",
    "grain.siberia_profile": "one region; the model has one countryside",
    "hoard.bullwhip_ma": "shops are given their deliveries; they order nothing",
    "hoard.diamond_dybvig": "hoarding has one answer, not two equilibria",
    "queue.erlang_b": "the queue is a fluid of many customers",
    "queue.erlang_c": "the queue is a fluid of many customers",
    "queue.md1_half": "the queue is a fluid of many customers",
    "rumour.minor_outbreak": "the rumour is a mean field; it never dies out by chance",
    "rumour.moran_fixation": "no opinion is copied one by one",
    "rumour.mt_exact_3people": "the rumour is a mean field of millions, not of three people",
    "rumour.mt_exact_n1000": "the rumour is a mean field of millions, not of a thousand people",
    "army.base_rates": "a frequency of history, not a rule; `malaparte facts` holds S01 against it",
    "army.condorcet": "units do not vote for what is true; they guess what others will do",
    "army.contagion_threshold": "units see the city, not their neighbours on a line or a grid",
    "army.singh_rank_rates": "a frequency of history; plotters have no rank but their units",
    "uprising.granovetter": "thresholds are hardship against risk, not one number each",
    "uprising.granovetter_normal": "thresholds are hardship against risk, not normal",
    "uprising.kuran": "nobody hides a preference; who does not come out stays at home",
    "uprising.parking_full": "a crowd is a mean field of thousands, not n persons in a row",
    "uprising.three_and_half": "no share of the people is a switch",
    "uprising.watts_window": "people hear by channels and by word of mouth, on no network",
    "hold.birth_death": "support is a share that drifts, not a number of supporters",
    "hold.kaplan_meier": "every world is followed for seven days; none is censored",
    "hold.moving_average_quorum": "places change hands by fights, not by a clock of their own",
    "hold.weibull": "the hazard falls exponentially to a floor; a power law has none",
    "wait.evpi": "no information is bought",
    "wait.option_value": "arrests are decided by comparing two losses, not by an option",
    "wait.secretary": "nobody is chosen in a sequence",
    "wait.sprt": "belief is Bayes with fading, not a sequential test",
}
"""Entry of a model that the laboratory does not use -> why not."""
