//! Charts: marks over days with error bars, a band, phases and missed days; and bars side by side.
//!
//! Deterministic SVG with title and description, classes instead of styles, presentation attributes for a picture
//! that stands alone. Nothing is told by colour alone: series differ in shape, phases carry their names, a missed day
//! has a sign of its own. What this module does not do: choose words, or say what a difference means.

use crate::path::number;
use crate::svg::{Labels, escape};

/// Width of every chart in its own units; about the pixels of a phone, so that its words stay readable there.
const WIDTH: f64 = 360.0;
/// Height of what is drawn between the words.
const PLOT: f64 = 170.0;
/// Room for the numbers at the left.
const LEFT: f64 = 34.0;
/// Room at the right.
const RIGHT: f64 = 12.0;
/// Height of a line of words.
const LINE: f64 = 16.0;

/// How the marks of a series look; each has a shape of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Filled dots.
    Main,
    /// Hollow dots.
    Second,
    /// Triangles that point left.
    Left,
    /// Triangles that point right.
    Right,
}

impl Look {
    const fn class(self) -> &'static str {
        match self {
            Self::Main => "main",
            Self::Second => "second",
            Self::Left => "left",
            Self::Right => "right",
        }
    }

    const fn paint(self) -> (&'static str, &'static str) {
        match self {
            Self::Main => ("#a8492a", "#a8492a"),
            Self::Second => ("none", "#75500a"),
            Self::Left => ("#3b6552", "#3b6552"),
            Self::Right => ("#536a78", "#536a78"),
        }
    }
}

/// One value on a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// Days from the left edge.
    pub day: i32,
    /// The value.
    pub value: f64,
    /// Its error, drawn as a bar to both sides.
    pub error: Option<f64>,
}

/// Values of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Its name, for the legend.
    pub name: String,
    /// How it looks.
    pub look: Look,
    /// Whether marks of neighbouring days are joined.
    pub joined: bool,
    /// The values, by day.
    pub marks: Vec<Mark>,
}

/// A part of the time with a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Phase {
    /// The first day.
    pub from: i32,
    /// Its name.
    pub name: String,
    /// Whether it is shaded.
    pub shaded: bool,
}

/// What lies inside is no difference.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// Its lower edge.
    pub low: f64,
    /// Its upper edge.
    pub high: f64,
    /// Its name, for the legend.
    pub name: String,
}

/// A chart over days.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Days {
    /// The lowest value shown.
    pub low: f64,
    /// The highest.
    pub high: f64,
    /// Horizontal lines with their numbers.
    pub lines: Vec<(f64, String)>,
    /// The last day; the first is 0.
    pub last: i32,
    /// Days with words below.
    pub ticks: Vec<(i32, String)>,
    /// Parts of the time, by their first day; each goes on to the next.
    pub phases: Vec<Phase>,
    /// What is no difference.
    pub band: Option<Band>,
    /// Days without a value.
    pub missed: Vec<i32>,
    /// The name of a missed day, for the legend.
    pub missed_name: String,
    /// The values.
    pub series: Vec<Series>,
}

/// Groups of bars side by side.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bars {
    /// The highest value shown.
    pub high: f64,
    /// Horizontal lines with their numbers.
    pub lines: Vec<(f64, String)>,
    /// What stands side by side in each group, with its look.
    pub names: Vec<(String, Look)>,
    /// The groups: words below, and a value for each name.
    pub groups: Vec<(String, Vec<f64>)>,
}

/// Draws a chart over days as one SVG element.
#[must_use]
pub fn days_svg(chart: &Days, labels: &Labels<'_>) -> String {
    let span = f64::from(chart.last.max(1));
    // Two lines for the names of phases, so that a short phase does not stand in the next one's name.
    let names = if chart.phases.len() > 1 { 2.0 } else { 1.0 };
    let plot = Plot { top: chart.legend().height() + names * LINE, low: chart.low, high: chart.high };
    let x = |day: i32| LEFT + 8.0 + (WIDTH - LEFT - RIGHT - 16.0) * f64::from(day) / span;
    let mut pen = Pen::open(labels, plot.bottom() + LINE + 6.0);
    pen.legend(&chart.legend());
    for (place, phase) in chart.phases.iter().enumerate() {
        let from = if phase.from <= 0 { LEFT } else { x(phase.from) - 3.0 };
        let to = chart.phases.get(place + 1).map_or(WIDTH - RIGHT, |next| x(next.from) - 3.0);
        if phase.shaded {
            pen.rect("phase", "#f0e8dc", (from, plot.top), (to - from, PLOT));
        }
        let up = if place % 2 == 0 { LINE * (names - 1.0) } else { 0.0 };
        pen.line("edge", "#8f7f6d", (from, plot.top - up - LINE + 4.0), (from, plot.bottom()));
        let anchor = if from > WIDTH - 90.0 { "end" } else { "start" };
        pen.text(
            anchor,
            if anchor == "end" { WIDTH - 2.0 } else { from + 3.0 },
            plot.top - up - 4.0,
            &phase.name,
        );
    }
    if let Some(band) = &chart.band {
        let (high, low) = (plot.y(band.high), plot.y(band.low));
        pen.rect("band", "#e3eee4", (LEFT, high), (WIDTH - LEFT - RIGHT, low - high));
    }
    pen.grid(&plot, &chart.lines);
    for day in &chart.missed {
        pen.cross(x(*day), plot.bottom() - 5.0);
    }
    for series in &chart.series {
        pen.series(series, &plot, &x);
    }
    for (day, words) in &chart.ticks {
        let at = x(*day);
        let anchor = if at < 60.0 {
            "start"
        } else if at > WIDTH - 50.0 {
            "end"
        } else {
            "middle"
        };
        let at = if anchor == "start" { LEFT } else { at };
        pen.text(anchor, at, plot.bottom() + LINE, words);
    }
    pen.close()
}

/// Draws bars side by side as one SVG element.
#[must_use]
pub fn bars_svg(chart: &Bars, labels: &Labels<'_>) -> String {
    let legend = Legend { band: None, missed: None, series: chart.names.clone(), bars: true };
    let plot = Plot { top: legend.height() + 6.0, low: 0.0, high: chart.high };
    let mut pen = Pen::open(labels, plot.bottom() + LINE + 6.0);
    pen.legend(&legend);
    pen.grid(&plot, &chart.lines);
    let groups = chart.groups.len().max(1);
    let step = (WIDTH - LEFT - RIGHT) / count(groups);
    let wide = (step * 0.8 / count(chart.names.len().max(1))).min(26.0);
    for (place, (words, values)) in chart.groups.iter().enumerate() {
        let middle = LEFT + step * (count(place) + 0.5);
        let from = middle - wide * count(values.len()) * 0.5;
        for (nth, (value, (_, look))) in values.iter().zip(&chart.names).enumerate() {
            let top = plot.y(*value);
            let at = (from + wide * count(nth) + 0.5, top);
            pen.bar(*look, at, ((wide - 1.0).max(1.0), plot.bottom() - top));
        }
        // Words that would stand in each other are left out, the last one never.
        let every = (80.0 / step).ceil().max(1.0) as usize;
        if (groups - 1 - place).is_multiple_of(every) {
            let (anchor, at) = if middle > WIDTH - 40.0 { ("end", WIDTH - 2.0) } else { ("middle", middle) };
            pen.text(anchor, at, plot.bottom() + LINE, words);
        }
    }
    pen.close()
}

impl Days {
    fn legend(&self) -> Legend {
        Legend {
            band: self.band.as_ref().map(|band| band.name.clone()),
            missed: (!self.missed.is_empty()).then(|| self.missed_name.clone()),
            series: self.series.iter().map(|series| (series.name.clone(), series.look)).collect(),
            bars: false,
        }
    }
}

/// What the signs mean, one to a line.
struct Legend {
    band: Option<String>,
    missed: Option<String>,
    series: Vec<(String, Look)>,
    /// Whether the series are bars.
    bars: bool,
}

impl Legend {
    fn height(&self) -> f64 {
        let lines = self.series.len() + usize::from(self.band.is_some()) + usize::from(self.missed.is_some());
        LINE * count(lines) + 4.0
    }
}

/// Where values stand.
struct Plot {
    top: f64,
    low: f64,
    high: f64,
}

impl Plot {
    fn bottom(&self) -> f64 {
        self.top + PLOT
    }

    /// The height of a value; beyond the edges at the edge.
    fn y(&self, value: f64) -> f64 {
        let span = (self.high - self.low).max(1e-9);
        let share = ((value - self.low) / span).clamp(0.0, 1.0);
        self.bottom() - share * PLOT
    }
}

#[allow(clippy::cast_precision_loss, reason = "a few dozen at most")]
fn count(many: usize) -> f64 {
    many as f64
}

/// Writes the element.
struct Pen {
    out: String,
}

impl Pen {
    fn open(labels: &Labels<'_>, height: f64) -> Self {
        let mut out = String::with_capacity(6_000);
        out.push_str(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"cp-chart\" role=\"img\" viewBox=\"0 0 ",
        );
        number(&mut out, WIDTH);
        out.push(' ');
        number(&mut out, height);
        out.push_str("\" font-size=\"12\" aria-labelledby=\"");
        escape(&mut out, labels.id);
        out.push_str("-t ");
        escape(&mut out, labels.id);
        out.push_str("-d\"><title id=\"");
        escape(&mut out, labels.id);
        out.push_str("-t\">");
        escape(&mut out, labels.title);
        out.push_str("</title><desc id=\"");
        escape(&mut out, labels.id);
        out.push_str("-d\">");
        escape(&mut out, labels.description);
        out.push_str("</desc>");
        Self { out }
    }

    fn close(mut self) -> String {
        self.out.push_str("</svg>");
        self.out
    }

    fn attribute(&mut self, name: &str, value: f64) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        number(&mut self.out, value);
        self.out.push('"');
    }

    fn begin(&mut self, element: &str, class: &str, fill: &str, stroke: &str) {
        for part in
            ["<", element, " class=\"cp-chart-", class, "\" fill=\"", fill, "\" stroke=\"", stroke, "\""]
        {
            self.out.push_str(part);
        }
    }

    fn rect(&mut self, class: &str, fill: &str, (x, y): (f64, f64), (width, height): (f64, f64)) {
        self.begin("rect", class, fill, "none");
        self.attribute("x", x);
        self.attribute("y", y);
        self.attribute("width", width.max(0.0));
        self.attribute("height", height.max(0.0));
        self.out.push_str("/>");
    }

    fn line(&mut self, class: &str, stroke: &str, from: (f64, f64), to: (f64, f64)) {
        self.begin("path", class, "none", stroke);
        self.out.push_str(" d=\"M");
        for (nth, value) in [from.0, from.1, to.0, to.1].into_iter().enumerate() {
            self.out.push_str(["", " ", "L", " "].get(nth).copied().unwrap_or(" "));
            number(&mut self.out, value);
        }
        self.out.push_str("\"/>");
    }

    fn text(&mut self, anchor: &str, x: f64, y: f64, words: &str) {
        self.begin("text", "words", "#675b50", "none");
        self.attribute("x", x);
        self.attribute("y", y);
        self.out.push_str(" text-anchor=\"");
        self.out.push_str(anchor);
        self.out.push_str("\">");
        escape(&mut self.out, words);
        self.out.push_str("</text>");
    }

    fn grid(&mut self, plot: &Plot, lines: &[(f64, String)]) {
        for (value, words) in lines {
            let y = plot.y(*value);
            self.line("grid", "#ddd0bf", (LEFT, y), (WIDTH - RIGHT, y));
            self.text("end", LEFT - 5.0, y + 4.0, words);
        }
    }

    fn cross(&mut self, x: f64, y: f64) {
        self.line("missed", "#675b50", (x - 2.5, y - 2.5), (x + 2.5, y + 2.5));
        self.line("missed", "#675b50", (x - 2.5, y + 2.5), (x + 2.5, y - 2.5));
    }

    fn legend(&mut self, legend: &Legend) {
        let mut y = LINE * 0.5 + 2.0;
        for (name, look) in &legend.series {
            if legend.bars {
                self.bar(*look, (LEFT - 17.0, y - 5.0), (10.0, 10.0));
            } else {
                self.mark(*look, LEFT - 12.0, y);
            }
            self.text("start", LEFT, y + 4.0, name);
            y += LINE;
        }
        if let Some(name) = &legend.band {
            self.rect("band", "#e3eee4", (LEFT - 18.0, y - 5.0), (12.0, 10.0));
            self.text("start", LEFT, y + 4.0, name);
            y += LINE;
        }
        if let Some(name) = &legend.missed {
            self.cross(LEFT - 12.0, y);
            self.text("start", LEFT, y + 4.0, name);
        }
    }

    fn series(&mut self, series: &Series, plot: &Plot, x: &dyn Fn(i32) -> f64) {
        let (_, stroke) = series.look.paint();
        let class = series.look.class();
        // Left and right of one day stand beside each other.
        let aside = match series.look {
            Look::Left => -4.0,
            Look::Right => 4.0,
            Look::Main | Look::Second => 0.0,
        };
        let x = |day: i32| x(day) + aside;
        for mark in &series.marks {
            if let Some(error) = mark.error.filter(|error| *error > 0.0) {
                let at = x(mark.day);
                let (low, high) = (plot.y(mark.value - error), plot.y(mark.value + error));
                self.line("error", stroke, (at, low), (at, high));
                self.line("error", stroke, (at - 3.0, low), (at + 3.0, low));
                self.line("error", stroke, (at - 3.0, high), (at + 3.0, high));
            }
        }
        if series.joined {
            for pair in series.marks.windows(2) {
                if let [a, b] = pair
                    && b.day - a.day == 1
                {
                    let ends = ((x(a.day), plot.y(a.value)), (x(b.day), plot.y(b.value)));
                    self.line(class, stroke, ends.0, ends.1);
                }
            }
        }
        for mark in &series.marks {
            self.mark(series.look, x(mark.day), plot.y(mark.value));
        }
    }

    fn mark(&mut self, look: Look, x: f64, y: f64) {
        let (fill, stroke) = look.paint();
        let size = 3.6;
        match look {
            Look::Main | Look::Second => {
                self.begin("circle", look.class(), fill, stroke);
                self.attribute("cx", x);
                self.attribute("cy", y);
                self.attribute("r", if look == Look::Main { 3.2 } else { 2.6 });
                self.out.push_str("/>");
            }
            Look::Left | Look::Right => {
                let tip = if look == Look::Left { -size } else { size };
                self.begin("polygon", look.class(), fill, stroke);
                self.out.push_str(" points=\"");
                let corners = [(x + tip, y), (x - tip, y - size), (x - tip, y + size)];
                for (nth, (x, y)) in corners.into_iter().enumerate() {
                    if nth > 0 {
                        self.out.push(' ');
                    }
                    number(&mut self.out, x);
                    self.out.push(',');
                    number(&mut self.out, y);
                }
                self.out.push_str("\"/>");
            }
        }
    }

    fn bar(&mut self, look: Look, at: (f64, f64), size: (f64, f64)) {
        let (fill, stroke) = look.paint();
        let class = look.class();
        self.begin("rect", class, fill, stroke);
        self.attribute("x", at.0);
        self.attribute("y", at.1);
        self.attribute("width", size.0);
        self.attribute("height", size.1.max(0.0));
        self.out.push_str("/>");
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const LABELS: Labels<'static> =
        Labels { id: "pain", title: "Pain & days", description: "From 6 to <4>." };

    fn series(look: Look, marks: &[(i32, f64)]) -> Series {
        let marks = marks.iter().map(|&(day, value)| Mark { day, value, error: Some(1.0) }).collect();
        Series { name: "Average".into(), look, joined: true, marks }
    }

    fn diary() -> Days {
        Days {
            low: 0.0,
            high: 10.0,
            lines: vec![(0.0, "0".into()), (10.0, "10".into())],
            last: 20,
            ticks: vec![(0, "1 March".into()), (20, "21 March".into())],
            phases: vec![
                Phase { from: 0, name: "before".into(), shaded: false },
                Phase { from: 8, name: "plan".into(), shaded: true },
            ],
            band: Some(Band { low: 4.0, high: 8.0, name: "no difference".into() }),
            missed: vec![3, 4],
            missed_name: "not written down".into(),
            series: vec![
                series(Look::Main, &[(0, 6.0), (1, 5.0), (5, 4.0)]),
                series(Look::Left, &[(2, 3.0)]),
            ],
        }
    }

    #[test]
    fn a_chart_names_itself_and_says_everything_by_shape() {
        let svg = days_svg(&diary(), &LABELS);
        assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>"));
        assert!(svg.contains("<title id=\"pain-t\">Pain &amp; days</title>"));
        assert!(svg.contains("<desc id=\"pain-d\">From 6 to &lt;4&gt;.</desc>"));
        assert_eq!(svg.matches("cp-chart-missed").count(), 2 * 3, "two days and the legend");
        assert_eq!(svg.matches("<circle").count(), 3 + 1);
        assert_eq!(svg.matches("<polygon").count(), 1 + 1);
        assert_eq!(
            svg.matches("cp-chart-main\" fill=\"none\"").count(),
            1,
            "only neighbouring days are joined"
        );
        assert!(!svg.contains("style="));
        assert_eq!(svg, days_svg(&diary(), &LABELS));
    }

    #[test]
    fn bars_stand_on_the_ground_and_their_words_keep_apart() {
        let groups = (0..12).map(|n| (format!("week {n}"), vec![f64::from(n), 3.0, 20.0])).collect();
        let names = [Look::Left, Look::Right, Look::Main].map(|look| (look.class().to_owned(), look));
        let svg = bars_svg(&Bars { high: 20.0, lines: vec![], names: names.into(), groups }, &LABELS);
        assert_eq!(svg.matches("<rect").count(), 36 + 3, "each bar, and the legend");
        assert!(svg.contains("week 11") && !svg.contains("week 10"));
    }

    proptest! {
        #[test]
        fn nothing_leaves_the_picture(
            values in prop::collection::vec((0..400_i32, -50.0..50.0_f64), 0..40), last in 0..400_i32,
        ) {
            let marks: Vec<(i32, f64)> = values.into_iter().map(|(day, value)| (day.min(last), value)).collect();
            let chart = Days { last, series: vec![series(Look::Second, &marks)], ..diary() };
            let svg = days_svg(&chart, &LABELS);
            for name in [" cx=\"", " cy=\""] {
                for found in svg.split(name).skip(1) {
                    let value: f64 = found.split('"').next().unwrap().parse().unwrap();
                    prop_assert!((0.0..=WIDTH).contains(&value), "{value}");
                }
            }
            prop_assert!(!svg.contains("NaN"));
        }
    }
}
