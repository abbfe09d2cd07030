//! One entry as a page: what it is, how it is done, how much, when to stop, and who says so or otherwise.

use counterpose_coach::intake::nearest;
use counterpose_coach::library::{
    Bounded, Evidence, Exercise, Habit, Link, Motion, Need, Phase, Source, Stance, Target, When,
};
use counterpose_content::{Arg, Card, Texts, bundle, cite, library};
use serde_json::{Value, json};

use super::page::{capital, item, wrapped};
use crate::outcome::Failure;

/// The page or JSON of the entry with this identifier.
pub fn run(id: &str, json: bool, texts: &Texts) -> Result<String, Failure> {
    let (library, cards) = (library(), &bundle().cards);
    if let Some(exercise) = library.exercise(id) {
        return Ok(if json {
            exercise_json(exercise, texts).to_string()
        } else {
            of_exercise(exercise, texts)
        });
    }
    if let Some(habit) = library.habit(id) {
        let words = words(id, texts, habit.steps);
        let value = json!({"kind": "habit", "habit": habit, "texts": words});
        return Ok(if json { value.to_string() } else { of_habit(habit, texts) });
    }
    if let Some(card) = cards.iter().find(|card| card.id == id) {
        let value = json!({"kind": "card", "card": card, "texts": words(id, texts, card.steps)});
        return Ok(if json { value.to_string() } else { of_card(card, texts) });
    }
    if let Some(source) = library.source(id) {
        let found = texts.get(&format!("found-{id}"));
        let value = json!({"kind": "source", "source": source, "found": found, "used_by": used_by(id)});
        return Ok(if json { value.to_string() } else { of_source(source, texts) });
    }
    let known = library.exercises.iter().map(|one| one.id.as_str());
    let known: Vec<&str> = known
        .chain(library.habits.iter().map(|one| one.id.as_str()))
        .chain(cards.iter().map(|one| one.id.as_str()))
        .chain(library.sources.iter().map(|one| one.id.as_str()))
        .collect();
    let near = nearest(id, &known).unwrap_or_default();
    Err(Failure::BadInput(format!(
        "there is no entry `{id}`; did you mean `{near}`? See: counterpose catalog list"
    )))
}

/// A page that grows by headings and paragraphs.
struct Page<'a> {
    texts: &'a Texts,
    lines: Vec<String>,
}

impl Page<'_> {
    /// The heading `catalog-head-<key>`.
    fn heading(&mut self, key: &str) {
        self.lines.push(String::new());
        self.lines.push(self.texts.get(&format!("catalog-head-{key}")));
    }

    /// The sentence `catalog-<key>`.
    fn sentence(&mut self, key: &str, values: &[(&str, &str)]) {
        let text = filled(self.texts, key, values);
        self.say(&text);
    }

    fn say(&mut self, text: &str) {
        self.lines.push(wrapped(text, 2, 2));
    }

    fn item(&mut self, mark: &str, text: &str) {
        self.lines.push(item(mark, text, 2));
    }

    fn text(&self, key: &str) -> String {
        self.texts.get(key)
    }

    fn steps(&mut self, id: &str, steps: u8) {
        for step in 1..=steps {
            let text = self.text(&format!("{id}-step-{step}"));
            self.item(&format!("{step}."), &text);
        }
    }

    /// Claims in the order they are named, each with its sources for and against.
    fn evidence(&mut self, evidence: &[Evidence]) {
        self.heading("evidence");
        let mut claims: Vec<&str> = Vec::new();
        for one in evidence {
            if !claims.contains(&one.claim.as_str()) {
                claims.push(&one.claim);
            }
        }
        for claim in claims {
            let text = self.text(&format!("claim-{claim}"));
            self.say(&text);
            for (stance, mark) in [(Stance::For, "+"), (Stance::Against, "-")] {
                for one in evidence.iter().filter(|one| one.claim == claim && one.stance == stance) {
                    self.source(mark, one);
                }
            }
            if let Some(change) = self.texts.find(&format!("change-{claim}")) {
                let text = filled(self.texts, "would-change", &[("what", &change)]);
                self.lines.push(wrapped(&text, 4, 6));
            }
        }
    }

    fn source(&mut self, mark: &str, one: &Evidence) {
        let found = self.text(&format!("found-{}", one.source));
        let grade = self.text(&format!("grade-{}", one.grade));
        // Our own reasoning and cautions have no citation beyond what is said of them.
        let citation = library()
            .source(&one.source)
            .filter(|source| source.verified && source.kind != "reasoning")
            .map_or_else(String::new, |source| format!(" {}.", cite(source)));
        let text = format!("{found}{citation} [{}: {grade}]", one.grade);
        self.lines.push(item(mark, &text, 4));
    }

    fn finish(self) -> String {
        self.lines.join("\n")
    }
}

fn of_exercise(exercise: &Exercise, texts: &Texts) -> String {
    let id = &exercise.id;
    let mut page = Page { texts, lines: vec![format!("{} ({id})", texts.get(&format!("{id}-name")))] };
    page.sentence("also", &[("names", &texts.get(&format!("{id}-synonyms")))]);
    page.heading("what");
    page.say(&texts.get(&format!("{id}-summary")));
    let position = texts.get(&format!("position-{}", exercise.position));
    let sides = texts.get(&format!("laterality-{}", exercise.laterality));
    page.sentence("starts", &[("position", &position), ("sides", &sides)]);
    if !exercise.needs.is_empty() {
        page.sentence("needs", &[("things", &needs(&exercise.needs, texts))]);
    }
    for target in &exercise.targets {
        page.item("-", &target_words(target, texts));
    }
    page.heading("how");
    page.steps(id, exercise.steps);
    dose(exercise, &mut page);
    page.heading("feel");
    page.item("+", &texts.get(&format!("{id}-feel")));
    page.item("-", &filled(texts, "not", &[("what", &texts.get(&format!("{id}-not-feel")))]));
    page.heading("stop");
    for rule in &exercise.stop {
        page.item("-", &texts.get(&format!("stop-{rule}")));
    }
    ways(exercise, &mut page);
    page.evidence(&exercise.evidence);
    page.lines.push(String::new());
    page.sentence("read-by", &[("who", &exercise.reviewed_by)]);
    page.finish()
}

fn dose(exercise: &Exercise, page: &mut Page<'_>) {
    page.heading("how-much");
    let texts = page.texts;
    let (sets, days) = (range(texts, &exercise.sets), range(texts, &exercise.days_per_week));
    let rest = texts.locale().number(exercise.rest_s);
    let key = if exercise.rest_s > 0.0 { "sets-rest" } else { "sets" };
    page.sentence(key, &[("sets", &sets), ("rest", &rest), ("days", &days)]);
    for phase in &exercise.phases {
        let cue =
            page.texts.format(&format!("{}-cue-{}", exercise.id, phase.id), &[("side", Arg::from("none"))]);
        page.item("-", &format!("{}: {cue}", phase_words(texts, phase)));
    }
}

fn phase_words(texts: &Texts, phase: &Phase) -> String {
    let number = |value: f64| texts.locale().number(value);
    let times = range(texts, &phase.repetitions);
    let motion = match &phase.motion {
        Motion::Hold { hold_s } if phase.repetitions.max > 1.0 => {
            filled(texts, "times-hold", &[("times", &times), ("seconds", &range(texts, hold_s))])
        }
        Motion::Hold { hold_s } => filled(texts, "hold", &[("seconds", &range(texts, hold_s))]),
        Motion::Repetition { out_s, hold_s, back_s } => {
            format!("{times} x {}-{}-{} s", number(*out_s), number(*hold_s), number(*back_s))
        }
        Motion::Breaths { in_s, out_s } => {
            let values = [("times", times.as_str()), ("in", &number(*in_s)), ("out", &number(*out_s))];
            filled(texts, "breaths", &values)
        }
        Motion::Continue { duration_s } => {
            match (duration_s.default / 60.0, duration_s.min, duration_s.max) {
                (minutes, least, most) if minutes >= 2.0 => {
                    let minutes = Bounded { default: minutes, min: least / 60.0, max: most / 60.0 };
                    format!("{} min", spread(texts, &minutes))
                }
                _ => format!("{} s", range(texts, duration_s)),
            }
        }
    };
    match phase.when {
        When::EverySet => motion,
        When::FirstSet => filled(texts, "first-set", &[("motion", &motion)]),
        When::LastSet => filled(texts, "last-set", &[("motion", &motion)]),
        When::Closing => filled(texts, "closing", &[("motion", &motion)]),
    }
}

/// `6 (4 to 8)`, or the number alone where nothing may move.
fn range(texts: &Texts, value: &Bounded) -> String {
    if value.min < value.max { spread(texts, value) } else { texts.locale().number(value.default) }
}

fn spread(texts: &Texts, value: &Bounded) -> String {
    let [default, min, max] =
        [value.default, value.min, value.max].map(|number| texts.locale().number(number));
    filled(texts, "range", &[("default", &default), ("min", &min), ("max", &max)])
}

/// The text `catalog-<key>` with its values.
fn filled(texts: &Texts, key: &str, values: &[(&str, &str)]) -> String {
    let values: Vec<(&str, Arg<'_>)> = values.iter().map(|&(name, value)| (name, value.into())).collect();
    texts.format(&format!("catalog-{key}"), &values)
}

fn ways(exercise: &Exercise, page: &mut Page<'_>) {
    let id = &exercise.id;
    if !exercise.variants.is_empty() {
        page.heading("ways");
        for variant in &exercise.variants {
            let words = page.text(&format!("{id}-variant-{}", variant.id));
            let way = &variant.id;
            let line = match variant.position {
                Some(position) => {
                    let starts = page.text(&format!("position-{position}"));
                    let values = [("words", words.as_str()), ("id", way), ("position", &starts)];
                    filled(page.texts, "way-starts", &values)
                }
                None => format!("{words} ({way})"),
            };
            page.item("-", &line);
        }
    }
    for (heading, links) in [("easier", &exercise.regressions), ("harder", &exercise.progressions)] {
        if !links.is_empty() {
            page.heading(heading);
            for link in links {
                let words = link_words(link, id, page.texts);
                page.item("-", &words);
            }
        }
    }
    page.heading("asks");
    if exercise.tags.is_empty() {
        page.sentence("asks-nothing", &[]);
    }
    for tag in &exercise.tags {
        let words = page.text(&format!("tag-{tag}"));
        page.item("-", &format!("{words} ({tag})"));
    }
}

fn link_words(link: &Link, own: &str, texts: &Texts) -> String {
    let id = link.exercise.as_deref().unwrap_or(own);
    let name = texts.get(&format!("{id}-name"));
    match &link.variant {
        Some(variant) => {
            format!("{name}: {} ({id}, {variant})", texts.get(&format!("{id}-variant-{variant}")))
        }
        None => format!("{name} ({id})"),
    }
}

fn needs(needs: &[Need], texts: &Texts) -> String {
    let thing = |need: &Need| {
        let name = |item| texts.get(&format!("equipment-{item}"));
        let all: Vec<String> = core::iter::once(&need.item).chain(&need.instead).map(name).collect();
        let or = format!(" {} ", texts.get("catalog-or"));
        let optional =
            if need.optional { format!(" {}", texts.get("catalog-if-you-like")) } else { String::new() };
        format!("{}{optional}", all.join(&or))
    };
    needs.iter().map(thing).collect::<Vec<_>>().join(", ")
}

fn target_words(target: &Target, texts: &Texts) -> String {
    let structure = texts.get(&format!("structure-{}", target.structure));
    let of = target.of.as_deref().unwrap_or("worked");
    let place = texts.format(&format!("structure-of-{of}"), &[("structure", Arg::from(&structure))]);
    let role = texts.get(&format!("role-{}", target.role));
    filled(texts, "target", &[("role", &role), ("place", &place)])
}

fn of_habit(habit: &Habit, texts: &Texts) -> String {
    let id = &habit.id;
    let mut page = Page { texts, lines: vec![format!("{} ({id})", texts.get(&format!("{id}-name")))] };
    page.say(&format!("{}.", capital(&texts.get(&format!("prompt-{}", habit.prompt)))));
    if let Some(every) = &habit.every_minutes {
        page.sentence("every-minutes", &[("minutes", &range(texts, every))]);
    }
    page.heading("how");
    page.steps(id, habit.steps);
    if let Some(exercise) = &habit.exercise {
        let name = texts.get(&format!("{exercise}-name"));
        page.sentence("borrowed", &[("name", &name), ("id", exercise)]);
    }
    page.evidence(&habit.evidence);
    page.finish()
}

fn of_card(card: &Card, texts: &Texts) -> String {
    let id = &card.id;
    let mut page = Page { texts, lines: vec![format!("{} ({id})", texts.get(&format!("{id}-title")))] };
    if card.steps == 0 {
        page.say(&texts.get(&format!("{id}-body")));
    }
    page.steps(id, card.steps);
    page.heading("sources");
    for source in &card.sources {
        let citation = library().source(source).map_or_else(|| source.clone(), cite);
        page.item("-", &format!("{} {citation}", texts.get(&format!("found-{source}"))));
    }
    page.finish()
}

fn of_source(source: &Source, texts: &Texts) -> String {
    let mut page = Page { texts, lines: vec![wrapped(&format!("{} ({})", cite(source), source.id), 0, 2)] };
    let kind = texts.find(&format!("kind-{}", source.kind)).unwrap_or_else(|| source.kind.clone());
    let read = if source.verified { "source-read" } else { "source-unread" };
    page.sentence(read, &[("kind", &capital(&kind))]);
    page.say(&texts.get(&format!("found-{}", source.id)));
    page.heading("used-by");
    for user in used_by(&source.id) {
        page.item("-", user);
    }
    page.finish()
}

fn used_by(source: &str) -> Vec<&'static str> {
    let names = |evidence: &[Evidence]| evidence.iter().any(|one| one.source == source);
    let exercises = library().exercises.iter().filter(|one| names(&one.evidence)).map(|one| one.id.as_str());
    let habits = library().habits.iter().filter(|one| names(&one.evidence)).map(|one| one.id.as_str());
    let on_card = |card: &&Card| card.sources.iter().any(|one| one == source);
    let cards = bundle().cards.iter().filter(on_card).map(|card| card.id.as_str());
    exercises.chain(habits).chain(cards).collect()
}

fn exercise_json(exercise: &Exercise, texts: &Texts) -> Value {
    json!({
        "kind": "exercise",
        "exercise": exercise,
        "poses": counterpose_content::poses(&exercise.id),
        "texts": words(&exercise.id, texts, exercise.steps),
        "cues": tails(exercise.phases.iter().map(|phase| ("cue", &phase.id)), &exercise.id, texts),
        "ways": tails(exercise.variants.iter().map(|way| ("variant", &way.id)), &exercise.id, texts),
    })
}

/// The texts of an exercise's cues or ways by what they belong to.
fn tails<'a>(of: impl Iterator<Item = (&'a str, &'a String)>, id: &str, texts: &Texts) -> Value {
    of.map(|(kind, tail)| (tail.clone(), Value::from(texts.get(&format!("{id}-{kind}-{tail}"))))).collect()
}

/// The texts of an entry by the tail of their key.
fn words(id: &str, texts: &Texts, steps: u8) -> Value {
    let fixed = ["name", "synonyms", "summary", "feel", "not-feel", "title", "body"].map(str::to_owned);
    let tails = fixed.into_iter().chain((1..=steps).map(|step| format!("step-{step}")));
    tails
        .filter_map(|tail| texts.find(&format!("{id}-{tail}")).map(|text| (tail, Value::from(text))))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::catalog::page::WIDTH;
    use counterpose_content::Locale;

    fn everything() -> Vec<&'static str> {
        let library = library();
        let exercises = library.exercises.iter().map(|one| one.id.as_str());
        let habits = library.habits.iter().map(|one| one.id.as_str());
        let cards = bundle().cards.iter().map(|one| one.id.as_str());
        exercises
            .chain(habits)
            .chain(cards)
            .chain(library.sources.iter().map(|one| one.id.as_str()))
            .collect()
    }

    #[test]
    fn every_entry_has_a_page_of_eighty_columns_without_a_missing_text() {
        let languages = Locale::OFFERED.map(Texts::new);
        for (id, texts) in everything().into_iter().flat_map(|id| languages.iter().map(move |it| (id, it))) {
            let page = run(id, false, texts).unwrap();
            assert!(page.contains(id), "{id}");
            for line in page.lines() {
                assert!(line.chars().count() <= WIDTH, "{id}: {line}");
            }
            assert!(!page.contains('⟦') && !page.contains("{$"), "{page}");
        }
    }

    #[test]
    fn every_entry_has_its_json() {
        let texts = Texts::new(Locale::English);
        for id in everything() {
            let value: Value = serde_json::from_str(&run(id, true, &texts).unwrap()).unwrap();
            assert!(
                ["exercise", "habit", "card", "source"].contains(&value["kind"].as_str().unwrap()),
                "{id}"
            );
        }
        let clam: Value = serde_json::from_str(&run("clamshell", true, &texts).unwrap()).unwrap();
        assert_eq!(clam["exercise"]["purpose"], "strength");
        assert!(clam["poses"]["open"].is_object() && clam["texts"]["step-1"].is_string());
        assert!(clam["cues"]["open"].is_string() && clam["ways"]["pillow"].is_string());
    }

    #[test]
    fn a_page_shows_both_sides_and_what_would_change_our_mind() {
        let page = run("half-kneeling-hip-flexor-stretch", false, &Texts::new(Locale::English)).unwrap();
        for part in ["Hatefi", "Roach", "What would change our mind", "[very-low", "EASIER", "STOP IF"] {
            assert!(page.contains(part), "{part}:\n{page}");
        }
    }

    #[test]
    fn an_unknown_entry_names_the_nearest() {
        let error = run("clamshel", false, &Texts::new(Locale::English)).unwrap_err().to_string();
        assert!(error.contains("`clamshell`"), "{error}");
    }
}
