//! `counterpose verdict`: is it helping? A diary in, the verdict with its interval and one plain sentence out.

use std::io::{BufRead, Write};

use counterpose_coach::verdict::{
    Day, Design, Diary, DiaryError, Effect, Missing, Outcome as Reading, csv, verdict,
};
use counterpose_content::{Arg, Texts};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::outcome::{Failure, Outcome};
use crate::{input, language};

/// Say whether it is helping, from a diary of daily pain.
#[derive(clap::Args)]
pub struct Arguments {
    /// The diary: a CSV file with the columns date,pain,phase,done_fraction,flare, or - for standard input.
    /// With --batch one JSON diary a line.
    diary: String,
    /// A JSON file that holds the design; without one the diary is read as before and after.
    #[arg(long)]
    design: Option<String>,
    /// How long the pain had lasted when the diary began, in weeks.
    #[arg(long, value_name = "WEEKS")]
    pain_weeks: Option<f64>,
    /// Read one JSON diary a line and answer one JSON verdict a line.
    #[arg(long)]
    batch: bool,
    /// Answer in JSON.
    #[arg(long)]
    json: bool,
}

/// One diary of a batch.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    #[serde(default)]
    id: serde_json::Value,
    design: Design,
    #[serde(default)]
    pain_weeks: Option<f64>,
    days: Vec<Day>,
}

/// One answer.
#[derive(Serialize)]
struct Answer<'a> {
    id: &'a serde_json::Value,
    verdict: &'static str,
    effect: Option<Effect>,
    p_improved: Option<f64>,
    p_important: Option<f64>,
    p_randomisation: Option<f64>,
    days_used: usize,
    adherence: Option<f64>,
    missing: &'a [Missing],
    sentence: String,
}

/// Runs it.
pub fn run(arguments: &Arguments) -> Result<Outcome, Failure> {
    let machine = arguments.json || arguments.batch;
    let texts = if machine { language::for_machines() } else { language::for_people() };
    if arguments.batch {
        return batch(&arguments.diary, &texts);
    }
    let refuse = |error: DiaryError| Failure::BadInput(format!("{}: {error}", input::name(&arguments.diary)));
    let design = match &arguments.design {
        None => Design::before_after(),
        Some(file) => serde_json::from_str(&input::read(file)?)
            .map_err(|error| Failure::BadInput(format!("{}: {error}", input::name(file))))?,
    };
    let days = csv::parse(&input::read(&arguments.diary)?).map_err(refuse)?;
    let diary = Diary::new(design, arguments.pain_weeks, days).map_err(refuse)?;
    let reading = verdict(&diary);
    let mut out = std::io::stdout().lock();
    if arguments.json {
        let answer = answer(&serde_json::Value::Null, &reading, &diary, &texts);
        serde_json::to_writer(&mut out, &answer).map_err(std::io::Error::from)?;
        writeln!(out)?;
    } else {
        print(&mut out, &reading, &diary, &texts)?;
    }
    Ok(Outcome::Done)
}

fn batch(file: &str, texts: &Texts) -> Result<Outcome, Failure> {
    let mut outcome = Outcome::Done;
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for (index, line) in input::open(file)?.split(b'\n').enumerate() {
        let line = line.map_err(|source| Failure::Read { what: input::name(file), source })?;
        if line.trim_ascii().is_empty() {
            continue;
        }
        match read_line(&line) {
            Ok((id, diary)) => {
                let reading = verdict(&diary);
                serde_json::to_writer(&mut out, &answer(&id, &reading, &diary, texts))
                    .map_err(std::io::Error::from)?;
            }
            Err(error) => {
                outcome = Outcome::BadInput;
                let error =
                    json!({"line": index + 1, "error": {"message": error.message, "path": error.path}});
                serde_json::to_writer(&mut out, &error).map_err(std::io::Error::from)?;
            }
        }
        writeln!(out)?;
    }
    out.flush()?;
    Ok(outcome)
}

fn read_line(line: &[u8]) -> Result<(serde_json::Value, Diary), DiaryError> {
    match serde_json::from_slice::<Line>(line) {
        Ok(line) => Ok((line.id, Diary::new(line.design, line.pain_weeks, line.days)?)),
        Err(error) => Err(located(line, &error)),
    }
}

/// Says where a line went wrong, by reading it once more part by part.
fn located(line: &[u8], error: &serde_json::Error) -> DiaryError {
    let message = error.to_string();
    let at = |path: String, message: String| DiaryError { message: format!("{path}: {message}"), path };
    let Ok(whole) = serde_json::from_slice::<serde_json::Value>(line) else {
        return DiaryError { message: format!("not JSON: {message}"), path: String::new() };
    };
    if let Some(design) = whole.get("design")
        && let Err(error) = serde_json::from_value::<Design>(design.clone())
    {
        return at("design".to_owned(), error.to_string());
    }
    for (index, day) in
        whole.get("days").and_then(serde_json::Value::as_array).into_iter().flatten().enumerate()
    {
        if let Err(error) = serde_json::from_value::<Day>(day.clone()) {
            return at(format!("days[{index}]"), error.to_string());
        }
    }
    DiaryError { message, path: String::new() }
}

fn answer<'a>(id: &'a serde_json::Value, reading: &'a Reading, diary: &Diary, texts: &Texts) -> Answer<'a> {
    Answer {
        id,
        verdict: reading.verdict.as_str(),
        effect: reading.effect,
        p_improved: reading.p_improved,
        p_important: reading.p_important,
        p_randomisation: reading.p_randomisation,
        days_used: reading.days_used,
        adherence: reading.adherence,
        missing: &reading.missing,
        sentence: sentence(reading, diary, texts),
    }
}

/// The plain sentence, and for a design without a draw the one that says what it cannot tell.
fn sentence(reading: &Reading, diary: &Diary, texts: &Texts) -> String {
    let points = reading.effect.map_or(0.0, |effect| effect.mean.abs());
    let points = texts.locale().written(&format!("{points:.1}"));
    let days = i64::try_from(reading.days_used).unwrap_or(i64::MAX);
    let arguments = [("points", Arg::from(points.as_str())), ("days", Arg::from(days))];
    let mut sentence = texts.format(&format!("verdict-sentence-{}", reading.verdict.as_str()), &arguments);
    for missing in &reading.missing {
        sentence.push(' ');
        sentence.push_str(&texts.get(&format!("verdict-missing-{}", identifier(missing))));
    }
    let claims_change = matches!(reading.verdict.as_str(), "working" | "probably-helping" | "small-change");
    if claims_change && !diary.design().kind.randomised() {
        sentence.push(' ');
        sentence.push_str(&texts.get("verdict-before-after"));
    }
    sentence
}

fn identifier(missing: &Missing) -> String {
    serde_json::to_value(missing).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

fn print(out: &mut impl Write, reading: &Reading, diary: &Diary, texts: &Texts) -> std::io::Result<()> {
    let title = texts.get(&format!("verdict-title-{}", reading.verdict.as_str()));
    writeln!(out, "{title}\n")?;
    for line in wrap(&sentence(reading, diary, texts), 76) {
        writeln!(out, "  {line}")?;
    }
    writeln!(out)?;
    let locale = texts.locale();
    if let Some(effect) = reading.effect {
        let signed = |value: f64| locale.written(&format!("{value:+.1}"));
        let points = texts.format("verdict-points-of-ten", &[("n", signed(effect.mean).into())]);
        let ends = [("low", signed(effect.low_95).into()), ("high", signed(effect.high_95).into())];
        let range = texts.format("verdict-from-to", &ends);
        row(out, &texts.get("verdict-row-change"), &points)?;
        row(out, &texts.get("verdict-row-interval"), &range)?;
    }
    row(out, &texts.get("verdict-row-days"), &reading.days_used.to_string())?;
    let unknown = texts.get("verdict-unknown");
    let done = reading.adherence.map_or(unknown, |done| format!("{:.0} %", 100.0 * done));
    row(out, &texts.get("verdict-row-done"), &done)?;
    if let Some(p) = reading.p_randomisation {
        row(out, &texts.get("verdict-row-draw"), &locale.written(&format!("{p:.2}")))?;
    }
    if let Some(effect) = reading.effect_without_trend {
        row(out, &texts.get("verdict-row-without-trend"), &format!("{effect:+.1}"))?;
    }
    if let Some(share) = reading.non_overlap {
        row(out, &texts.get("verdict-row-overlap"), &format!("{:.0} %", 100.0 * share))?;
    }
    Ok(())
}

fn row(out: &mut impl Write, label: &str, value: &str) -> std::io::Result<()> {
    writeln!(out, "  {label:<44}{value}")
}

fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let full = lines
            .last()
            .is_some_and(|line| !line.is_empty() && line.chars().count() + 1 + word.chars().count() > width);
        if full {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use counterpose_coach::verdict::VerdictKind;
    use counterpose_content::Locale;

    #[test]
    fn every_verdict_and_everything_missing_has_its_words() {
        let texts = Texts::new(Locale::English);
        for kind in [
            VerdictKind::Working,
            VerdictKind::ProbablyHelping,
            VerdictKind::SmallChange,
            VerdictKind::NoClearChange,
            VerdictKind::UnclearYet,
            VerdictKind::NotEnoughData,
            VerdictKind::GettingWorse,
        ] {
            assert!(texts.has(&format!("verdict-title-{}", kind.as_str())));
            assert!(texts.has(&format!("verdict-sentence-{}", kind.as_str())));
        }
        for missing in [
            Missing::PainUnderSixWeeks,
            Missing::BaselineDays,
            Missing::DaysAfterRamp,
            Missing::AdherenceUnknown,
            Missing::Adherence,
            Missing::NarrowerInterval,
            Missing::AnotherMeasure,
        ] {
            assert!(texts.has(&format!("verdict-missing-{}", identifier(&missing))));
        }
    }

    #[test]
    fn a_line_that_cannot_be_read_says_where() {
        let bad =
            r#"{"id":1,"design":{"kind":"before-after"},"days":[{"day":0,"pain":11,"phase":"baseline"}]}"#;
        assert_eq!(read_line(bad.as_bytes()).unwrap_err().path, "days[0].pain");
        let key = r#"{"design":{"kind":"before-after"},"days":[{"day":0,"phase":"plan"},{"dya":1}]}"#;
        let error = read_line(key.as_bytes()).unwrap_err();
        assert_eq!(error.path, "days[1]");
        assert!(error.message.contains("dya"), "{error}");
        let kind = read_line(br#"{"design":{"kind":"none"},"days":[]}"#).unwrap_err();
        assert_eq!(kind.path, "design");
        assert!(read_line(b"{}").is_err());
        assert!(read_line(b"\xff{").is_err());
    }

    #[test]
    fn no_line_is_wider_than_asked() {
        let lines = wrap("one two three four five six seven", 9);
        assert!(lines.iter().all(|line| line.chars().count() <= 9));
        assert_eq!(lines.join(" "), "one two three four five six seven");
    }
}
