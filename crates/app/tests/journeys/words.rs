//! Every text the pages ask for by name is there.

use counterpose_content::{Locale, Texts};

/// What stands before the name of a text in the source.
const ASKING: &[&str] = &[
    "texts.get(\"",
    "texts.format(\"",
    "announce(\"",
    "link(texts, \"",
    "button(texts, \"",
    "count(texts, \"",
    "link(&self.texts, \"",
    "button(&self.texts, \"",
    "command(\"",
    "self.form(\"",
    "steps_card(\"",
];

fn sources(folder: &std::path::Path, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else {
            found.push(std::fs::read_to_string(path).unwrap());
        }
    }
}

#[test]
fn no_text_asked_for_by_name_is_missing() {
    let texts = Texts::new(Locale::English);
    let mut files = Vec::new();
    sources(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    let mut asked = 0;
    for file in &files {
        // Where the line was broken after the bracket, the name stands on the next line.
        let joined = file.replace("(\n", "(").split_whitespace().collect::<Vec<_>>().join(" ");
        let joined = joined.replace("( ", "(");
        for asking in ASKING {
            for (at, _) in joined.match_indices(asking) {
                let key = joined[at + asking.len()..].split('"').next().unwrap();
                assert!(texts.has(key), "the text \"{key}\" is missing");
                asked += 1;
            }
        }
    }
    assert!(asked > 150, "only {asked} found: has the way of asking changed?");
}

#[test]
fn every_text_that_follows_from_a_word_of_a_vocabulary_is_there() {
    use counterpose_coach::intake::{Activity, LegSymptoms, Sex, Site};
    use counterpose_coach::library::{Grade, Laterality, Position, Purpose, Role};
    use counterpose_coach::outcome::{InstrumentId, Reading};
    use counterpose_coach::screening::{DueBecause, Group};
    use counterpose_coach::timeline::StepKind;
    use counterpose_coach::vocabulary::{Equipment, Tier};
    let texts = Texts::new(Locale::English);
    let mut keys: Vec<String> = Vec::new();
    keys.extend(Sex::ALL.iter().map(|it| format!("sex-{it}")));
    keys.extend(Site::ALL.iter().map(|it| format!("site-{it}")));
    keys.extend(LegSymptoms::ALL.iter().map(|it| format!("leg-{it}")));
    keys.extend(Grade::ALL.iter().map(|it| format!("grade-{it}")));
    keys.extend(Laterality::ALL.iter().map(|it| format!("laterality-{it}")));
    keys.extend(Position::ALL.iter().map(|it| format!("position-{it}")));
    keys.extend(Purpose::ALL.iter().map(|it| format!("purpose-{it}")));
    keys.extend(Role::ALL.iter().map(|it| format!("role-{it}")));
    keys.extend(Equipment::ALL.iter().map(|it| format!("equipment-{it}")));
    keys.extend(Group::ALL.iter().flat_map(|it| [format!("group-{it}"), format!("group-{it}-help")]));
    keys.extend(DueBecause::ALL.iter().map(|it| format!("due-{it}")));
    keys.extend(StepKind::ALL.iter().map(|it| format!("player-kind-{it}")));
    keys.extend(Tier::ALL.iter().map(|it| format!("result-{it}-heading")));
    keys.extend(Tier::ALL.iter().map(|it| format!("result-{it}-lead")));
    keys.extend(Activity::ALL.iter().map(|it| format!("goal-{it}")));
    keys.extend(InstrumentId::ALL.iter().map(|it| format!("instrument-{it}")));
    keys.extend(Reading::ALL.iter().map(|it| format!("reading-{it}")));
    for source in &counterpose_content::library().sources {
        keys.push(format!("kind-{}", source.kind));
    }
    let missing: Vec<&String> = keys.iter().filter(|key| !texts.has(key)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
