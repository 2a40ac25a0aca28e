"""What became of every entry of known_results.yaml.

No textbook function is written just to pass an entry: a rule that ensembles run reproduces it, or
it waits for its rule, or it belongs to a model that the laboratory does not use.
"""

REPRODUCED = {
    "cf.crn_bernoulli": "test_chance.test_crn_bernoulli",
    "cf.crn_normal": "test_chance.test_crn_normal",
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
}
"""Entry -> module and test that reproduces it."""

IN_PART = {
    "cf.crn_normal": "only by inversion; nothing here is drawn antithetically",
    "cf.zero_successes": "reports use the one-sided bound",
    "decap.koopman": "random search is the law of detection; no search here follows a pattern",
    "engine.calendar": "dates are new style only, without Julian days",
    "force.street_distance": "ways are straight lines times a detour factor, no grid of streets",
}
"""Reproduced entry -> what of it has no rule here."""

LATER = {
    "road": (
        "rumour.double_count_trap rumour.minor_outbreak rumour.moran_fixation "
        "rumour.mt_exact_3people rumour.mt_exact_n1000 rumour.mt_final_ignorants "
        "rumour.nekovee_homogeneous rumour.peak_spreaders rumour.sir_final_size "
        "hoard.bullwhip_ma hoard.diamond_dybvig hoard.eoq_stock "
        "queue.erlang_b queue.erlang_c queue.fluid_rush queue.md1_half "
        "grain.ces_elasticity grain.cobb_douglas_zero grain.implied_sigma "
        "grain.official_vs_market grain.rationing_kink grain.scissors_1923 "
        "grain.shortfall_account grain.siberia_profile infra.diim_recovery "
        "covert.bayes_informer covert.borel_arrest_chain covert.clean_cells covert.grimes_L "
        "covert.grimes_table covert.lindelauf_switch covert.mole_race "
        "wait.evpi wait.hazard_threshold wait.option_value wait.secretary wait.sprt"
    ),
    "army": (
        "army.base_rates army.condorcet army.contagion_threshold army.globalgame_diffuse "
        "army.globalgame_public army.risk_dominance army.singh_rank_rates army.uniqueness_bound"
    ),
    "street": (
        "uprising.epstein_constants uprising.granovetter uprising.granovetter_normal "
        "uprising.kuran uprising.parking_full uprising.three_and_half uprising.watts_window"
    ),
    "holding": (
        "hold.birth_death hold.kaplan_meier hold.moving_average_quorum hold.ou_stationary "
        "hold.support_ruin hold.weibull"
    ),
    "what-if": (
        "cf.firing_squad cf.fixed_splitting cf.gamblers_ruin cf.ishigami cf.kidney_simpson "
        "cf.linear_scm cf.preemption cf.sbc_coverage cf.sbc_uniform cf.shapley_glove"
    ),
    "game": (
        "force.blotto_share decap.weakest_link levels.beauty_levelk levels.cognitive_hierarchy "
        "levels.matching_pennies levels.type_learning levels.underestimate"
    ),
}
"""Rules that are not built yet -> entries that belong to them."""

UNUSED = {
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
}
"""Entry of a model that the laboratory does not use -> why not."""
