//! What to say for a cue of a timeline, in the person's language.
//!
//! A cue is a key with arguments as text: numbers become numbers (so that plurals work) and an exercise is said by
//! its name. What this module does not do: speak, or choose cues.

use counterpose_coach::timeline::Cue;

use crate::texts::{Arg, Texts};

impl Texts {
    /// The words of a cue, for voice and caption.
    #[must_use]
    pub fn cue(&self, cue: &Cue) -> String {
        let arguments: Vec<(&str, Arg<'_>)> = cue
            .arguments
            .iter()
            .map(|(name, value)| {
                let value = match (name.as_str(), value.parse::<i64>()) {
                    ("exercise", _) => Arg::from(self.get(&format!("{value}-name"))),
                    (_, Ok(number)) => Arg::Whole(number),
                    _ => Arg::from(value),
                };
                (name.as_str(), value)
            })
            .collect();
        self.format(&cue.key, &arguments).trim().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use counterpose_coach::library::Position;
    use counterpose_coach::routine::{Today, Which, of_exercises};
    use counterpose_coach::timeline::compile;

    use super::*;
    use crate::locale::Locale;

    fn cue(key: &str, arguments: &[(&str, &str)]) -> Cue {
        let arguments = arguments.iter().map(|&(name, value)| (name.to_owned(), value.to_owned())).collect();
        Cue { key: key.to_owned(), arguments }
    }

    #[test]
    fn an_exercise_is_said_by_its_name_and_a_side_by_its_word() {
        let texts = Texts::new(Locale::English);
        let ready =
            |side| texts.cue(&cue("session-ready-standing", &[("exercise", "sit-to-stand"), ("side", side)]));
        assert_eq!(
            ready("left"),
            "First: Sit to stand. Stand up, something firm within reach. Begin with your left."
        );
        assert_eq!(ready("none"), "First: Sit to stand. Stand up, something firm within reach.");
        assert_eq!(
            texts.cue(&cue("session-change-sides", &[("side", "right")])),
            "Change sides. Now your right."
        );
        assert_eq!(
            texts.cue(&cue("session-last-repetition", &[("repetition", "6"), ("of", "6")])),
            "6, the last one."
        );
    }

    #[test]
    fn every_cue_that_any_session_can_give_has_words() {
        Locale::OFFERED.into_iter().map(Texts::new).for_each(|texts| every_cue_has_words(&texts));
    }

    fn every_cue_has_words(texts: &Texts) {
        let library = crate::library();
        let today = Today { day: 1, which: Which::Morning, worse_side: None };
        let ids: Vec<(&str, Option<&str>)> =
            library.exercises.iter().map(|e| (e.id.as_str(), None)).collect();
        let together = compile(&of_exercises(&ids, library, &today).unwrap(), library).unwrap();
        let alone =
            ids.iter().map(|&id| compile(&of_exercises(&[id], library, &today).unwrap(), library).unwrap());
        for step in alone.flat_map(|timeline| timeline.steps).chain(together.steps) {
            let said = texts.cue(&step.cue);
            assert!(!said.contains(['⟦', '{']) && !said.is_empty(), "{:?}: {said}", step.cue);
        }
        for position in Position::ALL {
            for key in [format!("session-ready-{position}"), format!("session-next-{position}")] {
                let words = texts.cue(&cue(&key, &[("exercise", ""), ("side", "left")]));
                assert!(texts.has(&key) && words.split_whitespace().count() <= 18, "{key}: {words}");
            }
        }
    }

    #[test]
    fn what_is_said_fits_the_time_there_is_to_say_it() {
        // Slow speech has about two words a second; a cue may run on into the next repetitions of its phase.
        Locale::OFFERED.into_iter().map(Texts::new).for_each(|texts| what_is_said_fits(&texts));
    }

    fn what_is_said_fits(texts: &Texts) {
        let library = crate::library();
        let today = Today { day: 1, which: Which::Morning, worse_side: None };
        for exercise in &library.exercises {
            let routine = of_exercises(&[(&exercise.id, None)], library, &today).unwrap();
            for step in compile(&routine, library).unwrap().steps {
                let said = texts.cue(&step.cue);
                let words = said.split_whitespace().count() as u64;
                let room_ms = step.for_ms
                    * u64::from(step.of_repetitions.filter(|_| step.repetition.is_some()).unwrap_or(1));
                assert!(words * 500 <= room_ms, "{}: \"{said}\" in {room_ms} ms", exercise.id);
            }
        }
    }
}
