//! What a person must be able to do, start to end, in a real browser against the shipped binary.
//!
//! `COUNTERPOSE_BIN` names the binary; without it, or without a browser, everything is skipped. Words on the command
//! line choose journeys by name.

mod figure;
mod first_visit;
mod guard;
mod household;
mod keeping;
mod keyboard;
mod language;
mod paper;
mod push;
mod selftest;
mod sixty;
mod start;
mod static_host;
mod tour;

use std::process::ExitCode;

use e2e::runner::{self, Runner};
use e2e::world::Given;

const AT_ONCE: usize = 2;

macro_rules! journeys {
    ($($module:ident :: $name:ident),* $(,)?) => {
        const COUNT: usize = [$(stringify!($name)),*].len();

        fn all(given: &Given) -> Runner {
            let runner = Runner::default();
            $(let runner = {
                let given = given.clone();
                runner.with(stringify!($name), move || $module::$name(given))
            };)*
            runner
        }
    };
}

// The longest first, so that the last one does not run alone.
journeys! {
    tour::every_page_is_sound_on_phone_and_desk_in_light_and_dark,
    language::every_page_fits_in_german_and_from_right_to_left,
    language::the_language_is_the_browsers_and_can_be_switched_even_without_a_network,
    keeping::a_session_survives_a_cut_network_and_a_killed_server,
    sixty::sixty_days_are_shown_soundly,
    selftest::a_home_test_is_measured_with_the_phone,
    first_visit::from_nothing_to_the_first_movement_within_the_budget,
    keyboard::the_first_session_needs_no_mouse,
    household::two_people_share_one_server_and_a_stranger_gets_nothing,
    selftest::a_home_test_is_done_by_feel,
    first_visit::an_emergency_answer_leads_to_help_and_nothing_else,
    keeping::the_app_starts_and_works_without_a_network,
    sixty::a_reminder_comes_while_the_app_is_open,
    sixty::the_track_for_a_drive_plays,
    push::a_push_reminds_with_the_page_closed,
    figure::the_figure_moves_and_turns_in_time,
    paper::the_plan_prints_on_a4_and_on_letter,
    start::a_cold_start_takes_less_than_two_seconds,
    start::a_program_that_stopped_still_gives_the_data_away,
    static_host::any_web_host_can_serve_the_app_with_no_server_of_ours,
    guard::every_answer_of_the_server_carries_the_policy,
}

#[tokio::main]
async fn main() -> ExitCode {
    match Given::from_environment() {
        Ok(given) if all(&given).run(AT_ONCE).await => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(missing) => {
            runner::skip(COUNT, &missing.to_string());
            ExitCode::SUCCESS
        }
    }
}
