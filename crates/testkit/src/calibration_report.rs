//! The calibration of the verdict as a document: what was simulated, what came out, where it fails.

use core::fmt::Write;

use counterpose_coach::verdict::DesignKind;

use crate::calibration::{COURSES, Cell, Tally, grid, tallies};
use crate::diaries::Truth;

const DESIGNS: [(DesignKind, &str); 5] = [
    (DesignKind::RandomisedStart, "randomised start"),
    (DesignKind::StaggeredStarts, "staggered starts"),
    (DesignKind::AlternatingBlocks, "alternating blocks"),
    (DesignKind::AlternatingDays, "alternating days"),
    (DesignKind::BeforeAfter, "before-after"),
];

const HEAD: &str = "called better | enough data | 95 % holds | 80 % holds | mean effect | p ≤ 0.05";

/// The demanded rates, in percent.
pub mod demand {
    /// "Working" or "probably helping" where nothing changes: at most.
    pub const FALSE_ALARMS: f64 = 5.0;
    /// A true change of 3 points found: at least.
    pub const FOUND: f64 = 80.0;
    /// Coverage away from its nominal share: at most.
    pub const COVERAGE: f64 = 2.0;
}

/// A grid with what came out of it.
struct Counted {
    design: DesignKind,
    effect: f64,
    cells: Vec<Cell>,
    tallies: Vec<Tally>,
}

impl Counted {
    fn new(design: DesignKind, effect: f64, people: u32) -> Self {
        let cells = grid(design, effect);
        let tallies = tallies(&cells, people);
        Self { design, effect, cells, tallies }
    }

    fn pooled(&self, keep: impl Fn(&Cell) -> bool) -> Tally {
        let kept = self.cells.iter().zip(&self.tallies).filter(|(cell, _)| keep(cell));
        kept.fold(Tally::default(), |sum, (_, tally)| sum.plus(*tally))
    }
}

/// The document. `people` a cell.
#[must_use]
pub fn report(people: u32) -> String {
    let counted: Vec<Counted> = DESIGNS
        .iter()
        .flat_map(|(design, _)| [0.0, -3.0].map(|effect| Counted::new(*design, effect, people)))
        .collect();
    let mut out = String::new();
    // Writing into a string cannot fail.
    let _ = writeln!(
        out,
        "{people} simulated people a cell, {} in all. Pain is written down as whole numbers from 0 to 10; a day's \
         standard deviation is 1.2 points around 5.5 (6.5 where there is an effect); 28 days without and 28 with, \
         the start drawn from a window of 20 days; 90 % of the plan done. Every cell of the grid is one course, \
         one correlation from day to day (0, 0.3, 0.6), one share of days not written down (0, 20, 40 %) and one \
         build-up of the effect (1, 7, 14, 21 days). \"Called better\" is `working` or `probably-helping`; the share \
         of intervals that hold the truth is of all people with an interval.\n",
        counted.iter().flat_map(|counted| &counted.tallies).map(|tally| tally.people).sum::<u32>(),
    );
    designs(&mut out, &counted);
    for (effect, title) in [(0.0, "Nothing changes"), (-3.0, "Pain truly falls by 3 points")] {
        if let Some(start) =
            counted.iter().find(|it| it.design == DesignKind::RandomisedStart && same(it.effect, effect))
        {
            factors(&mut out, title, start);
        }
    }
    harder(&mut out, people);
    out
}

fn same(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9
}

fn designs(out: &mut String, counted: &[Counted]) {
    let _ = writeln!(out, "## By design\n\nAll cells together.\n");
    let _ = writeln!(out, "| design | true effect | {HEAD} |\n| --- | --- |{}", " --- |".repeat(6));
    for it in counted {
        let name = DESIGNS.iter().find(|(kind, _)| *kind == it.design).map_or("", |(_, name)| name);
        let _ = writeln!(out, "| {name} | {:.0} | {} |", it.effect, shares(&it.pooled(|_| true)));
    }
    out.push('\n');
}

fn factors(out: &mut String, title: &str, it: &Counted) {
    let _ = writeln!(out, "## {title}: randomised start, by factor\n");
    let _ = writeln!(out, "| cells | {HEAD} |\n| --- |{}", " --- |".repeat(6));
    let mut row = |name: &str, keep: &dyn Fn(&Cell) -> bool| {
        let _ = writeln!(out, "| {name} | {} |", shares(&it.pooled(keep)));
    };
    row("all", &|_| true);
    for course in &COURSES {
        row(course.name, &|cell| cell.course == course.name);
    }
    for rho in [0.0, 0.3, 0.6] {
        row(&format!("correlation {rho:.1}"), &|cell| same(cell.truth.rho, rho));
    }
    for missing in [0.0, 0.2, 0.4] {
        let name = format!("{:.0} % not written down", 100.0 * missing);
        row(&name, &|cell| same(cell.truth.missing, missing));
    }
    if it.effect < 0.0 {
        for ramp in [1.0, 7.0, 14.0, 21.0] {
            row(&format!("builds up in {ramp:.0} days"), &|cell| same(cell.truth.ramp_days, ramp));
        }
    }
    out.push('\n');
    let mut worst: Vec<(&Cell, &Tally)> = it.cells.iter().zip(&it.tallies).collect();
    worst.sort_by(|a, b| a.1.percent(a.1.good).total_cmp(&b.1.percent(b.1.good)));
    if it.effect >= 0.0 {
        worst.reverse();
    }
    let _ = writeln!(out, "The five worst cells:\n");
    let _ = writeln!(out, "| course | correlation | missing | build-up | {HEAD} |");
    let _ = writeln!(out, "| --- | --- | --- | --- |{}", " --- |".repeat(6));
    for (cell, tally) in worst.iter().take(5) {
        let Truth { rho, missing, ramp_days, .. } = cell.truth;
        let _ = writeln!(
            out,
            "| {} | {rho:.1} | {:.0} % | {ramp_days:.0} d | {} |",
            cell.course,
            100.0 * missing,
            shares(tally)
        );
    }
    out.push('\n');
}

/// Single truths outside the grid.
fn harder(out: &mut String, people: u32) {
    let people = people.saturating_mul(4);
    let base = Truth::default();
    let truths = [
        ("days vary by 2 points, nothing changes", Truth { sigma: 2.0, ..base }),
        ("days vary by 2 points, pain falls by 3", Truth { sigma: 2.0, effect: -3.0, level: 6.5, ..base }),
        ("usual pain 3.5, nothing changes", Truth { level: 3.5, ..base }),
        ("usual pain 3.5, falls by 2", Truth { level: 3.5, effect: -2.0, ..base }),
        (
            "14 days without, 28 with, pain falls by 3",
            Truth { before_days: 14, effect: -3.0, level: 6.5, ..base },
        ),
        ("28 days without, 42 with, pain falls by 2", Truth { after_days: 42, effect: -2.0, ..base }),
        ("28 days without, 42 with, pain falls by 1", Truth { after_days: 42, effect: -1.0, ..base }),
        ("recovers by 0.4 points a week, nothing changes", Truth { drift_per_week: -0.4, ..base }),
        (
            "before-after, recovers by 0.4 points a week, nothing changes",
            Truth { kind: DesignKind::BeforeAfter, drift_per_week: -0.4, ..base },
        ),
        ("pain rises by 2 with the plan", Truth { effect: 2.0, ..base }),
    ];
    let cells: Vec<Cell> = truths.iter().map(|(course, truth)| Cell { course, truth: *truth }).collect();
    let _ = writeln!(out, "## Outside the grid\n");
    let _ = writeln!(out, "| truth | called worse | {HEAD} |\n| --- | --- |{}", " --- |".repeat(6));
    for (cell, tally) in cells.iter().zip(tallies(&cells, people)) {
        let worse = tally.percent(tally.worse);
        let _ = writeln!(out, "| {} | {worse:.1} % | {} |", cell.course, shares(&tally));
    }
}

/// The shares of a tally, as cells of a table.
fn shares(tally: &Tally) -> String {
    let means = tally.sum_of_means / f64::from(tally.with_effect.max(1));
    [
        format!("{:.1} %", tally.percent(tally.good)),
        format!("{:.1} %", tally.percent(tally.enough)),
        format!("{:.1} %", tally.percent_of_intervals(tally.covered_95)),
        format!("{:.1} %", tally.percent_of_intervals(tally.covered_80)),
        format!("{means:.2}"),
        format!("{:.1} %", tally.percent(tally.small_p)),
    ]
    .join(" | ")
}
