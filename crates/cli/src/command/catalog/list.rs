//! The exercises as a table, filtered.

use counterpose_coach::library::{Exercise, Position, Purpose};
use counterpose_coach::plan::Dose;
use counterpose_coach::routine::usual_dose;
use counterpose_coach::vocabulary::Equipment;
use counterpose_content::Texts;
use serde_json::{Value, json};

use super::page;
use crate::outcome::Failure;

/// Which exercises to list.
#[derive(clap::Args, Default)]
pub struct Filter {
    /// Only those that start in this position (for example supine).
    #[arg(long)]
    position: Option<String>,
    /// Only those that use this thing (for example band); `none` for those that need nothing.
    #[arg(long)]
    equipment: Option<String>,
    /// Only those that work on this part (for example gluteus, hip flexor names, back).
    #[arg(long)]
    target: Option<String>,
    /// Only those for this purpose (for example strength).
    #[arg(long)]
    purpose: Option<String>,
    /// For machines.
    #[arg(long)]
    pub json: bool,
}

/// The filter with its words understood.
#[derive(Default)]
struct Wanted<'a> {
    position: Option<Position>,
    purpose: Option<Purpose>,
    equipment: Option<Thing>,
    target: Option<&'a str>,
}

enum Thing {
    Nothing,
    Item(Equipment),
}

/// The list as text or JSON.
pub fn run(filter: &Filter, texts: &Texts) -> Result<String, Failure> {
    let wanted = understand(filter)?;
    let chosen: Vec<&Exercise> = counterpose_content::library()
        .exercises
        .iter()
        .filter(|exercise| wanted.fits(exercise, texts))
        .collect();
    if filter.json {
        let list: Vec<Value> = chosen.iter().map(|exercise| as_json(exercise, texts)).collect();
        return Ok(Value::Array(list).to_string());
    }
    Ok(table(&chosen, texts))
}

fn understand(filter: &Filter) -> Result<Wanted<'_>, Failure> {
    let equipment = match filter.equipment.as_deref() {
        None => None,
        Some("none") => Some(Thing::Nothing),
        Some(word) => {
            let known = Equipment::ALL.iter().map(|one| one.as_str()).chain(["none"]);
            Some(Thing::Item(Equipment::parse(word).ok_or_else(|| unknown("--equipment", word, known))?))
        }
    };
    let position = filter.position.as_deref().map(|word| {
        let known = Position::ALL.iter().map(|one| one.as_str());
        Position::parse(word).ok_or_else(|| unknown("--position", word, known))
    });
    let purpose = filter.purpose.as_deref().map(|word| {
        let known = Purpose::ALL.iter().map(|one| one.as_str());
        Purpose::parse(word).ok_or_else(|| unknown("--purpose", word, known))
    });
    Ok(Wanted {
        position: position.transpose()?,
        purpose: purpose.transpose()?,
        equipment,
        target: filter.target.as_deref(),
    })
}

fn unknown<'a>(option: &str, word: &str, known: impl Iterator<Item = &'a str>) -> Failure {
    let known: Vec<&str> = known.collect();
    Failure::BadInput(format!("{option} {word}: no such value; one of {}", known.join(", ")))
}

impl Wanted<'_> {
    fn fits(&self, exercise: &Exercise, texts: &Texts) -> bool {
        let thing = match &self.equipment {
            None => true,
            Some(Thing::Nothing) => exercise.needs.iter().all(|need| need.optional),
            Some(Thing::Item(item)) => {
                let variants = exercise.variants.iter().flat_map(|variant| &variant.needs);
                let mut all = exercise.needs.iter().chain(variants);
                all.any(|need| need.item == *item || need.instead.contains(item))
            }
        };
        let target = self.target.is_none_or(|word| {
            let word = word.to_lowercase();
            exercise.targets.iter().any(|target| {
                let name = texts.get(&format!("structure-{}", target.structure)).to_lowercase();
                target.structure.contains(&word) || name.contains(&word)
            })
        });
        thing
            && target
            && self.position.is_none_or(|position| {
                let elsewhere = exercise.variants.iter().filter_map(|variant| variant.position);
                elsewhere.chain([exercise.position]).any(|starts| starts == position)
            })
            && self.purpose.is_none_or(|purpose| purpose == exercise.purpose)
    }
}

fn table(chosen: &[&Exercise], texts: &Texts) -> String {
    let row = |id: &str, position: &str, purpose: &str, dose: &str| {
        let [id, position, purpose] =
            [page::column(id, 33), page::column(position, 20), page::column(purpose, 13)];
        format!("{id} {position} {purpose} {dose}").trim_end().to_owned()
    };
    let [exercise, starts, purpose, usually] =
        ["exercise", "starts", "for", "usually"].map(|name| texts.get(&format!("catalog-column-{name}")));
    let mut lines = vec![row(&exercise, &starts, &purpose, &usually)];
    for exercise in chosen {
        lines.push(row(
            &exercise.id,
            &texts.get(&format!("position-{}", exercise.position)),
            &texts.get(&format!("purpose-{}", exercise.purpose)),
            &short(&usual_dose(exercise)),
        ));
    }
    let count = i64::try_from(chosen.len()).unwrap_or(i64::MAX);
    lines.push(texts.format("catalog-count", &[("n", count.into())]));
    lines.join("\n")
}

/// A dose in a few characters: `2x12`, `3x15s`, `10min`.
pub fn short(dose: &Dose) -> String {
    let sets = dose.sets.unwrap_or(1);
    if let Some(seconds) = dose.duration_s {
        return if seconds >= 120.0 { format!("{} min", seconds / 60.0) } else { format!("{seconds} s") };
    }
    match (dose.repetitions, dose.hold_s) {
        (Some(times), Some(hold)) => format!("{} x {hold} s", sets.saturating_mul(times)),
        (None, Some(hold)) => format!("{sets} x {hold} s"),
        (Some(times), None) => format!("{sets} x {times}"),
        (None, None) => format!("{sets} x"),
    }
}

fn as_json(exercise: &Exercise, texts: &Texts) -> Value {
    json!({
        "id": exercise.id,
        "name": texts.get(&format!("{}-name", exercise.id)),
        "position": exercise.position,
        "purpose": exercise.purpose,
        "laterality": exercise.laterality,
        "needs": exercise.needs,
        "tags": exercise.tags,
        "targets": exercise.targets,
        "variants": exercise.variants.iter().map(|variant| &variant.id).collect::<Vec<_>>(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use counterpose_content::Locale;

    fn listed(filter: &Filter) -> Vec<String> {
        let text = run(&Filter { json: true, ..filter.copy() }, &Texts::new(Locale::English)).unwrap();
        let list: Vec<Value> = serde_json::from_str(&text).unwrap();
        list.iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect()
    }

    impl Filter {
        fn copy(&self) -> Self {
            Self {
                position: self.position.clone(),
                equipment: self.equipment.clone(),
                target: self.target.clone(),
                purpose: self.purpose.clone(),
                json: self.json,
            }
        }
    }

    #[test]
    fn the_table_fits_eighty_columns() {
        let text = run(&Filter::default(), &Texts::new(Locale::English)).unwrap();
        assert!(text.lines().all(|line| line.chars().count() <= page::WIDTH), "{text}");
        assert!(text.lines().count() > 10);
        assert!(!text.contains('…') && !text.contains('⟦'), "{text}");
    }

    #[test]
    fn filters_narrow_the_list_and_join() {
        let all = listed(&Filter::default());
        let supine = listed(&Filter { position: Some("supine".into()), ..Filter::default() });
        assert!(supine.contains(&"glute-bridge".to_owned()) && supine.len() < all.len());
        // Another way of doing it counts as well: the pelvic tilt can be done on a chair.
        let sitting = listed(&Filter { position: Some("sitting".into()), ..Filter::default() });
        assert!(sitting.contains(&"pelvic-tilt".to_owned()));
        let block = listed(&Filter { equipment: Some("block".into()), ..Filter::default() });
        assert!(block.contains(&"supine-heel-slide".to_owned()));
        let none = listed(&Filter { equipment: Some("none".into()), ..Filter::default() });
        assert!(none.contains(&"clamshell".to_owned()) && !none.contains(&"supine-heel-slide".to_owned()));
        let both =
            Filter { position: Some("supine".into()), target: Some("Seat".into()), ..Filter::default() };
        let seat = listed(&both);
        assert!(seat.contains(&"glute-bridge".to_owned()) && seat.len() < supine.len(), "{seat:?}");
        let strength = listed(&Filter { purpose: Some("strength".into()), ..Filter::default() });
        assert!(strength.contains(&"clamshell".to_owned()) && !strength.contains(&"pigeon".to_owned()));
    }

    #[test]
    fn a_wrong_filter_names_the_right_ones() {
        let filter = Filter { position: Some("lying".into()), ..Filter::default() };
        let error = run(&filter, &Texts::new(Locale::English)).unwrap_err().to_string();
        assert!(error.contains("lying") && error.contains("side-lying"), "{error}");
    }
}
