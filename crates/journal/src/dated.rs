//! Between what a person says today and what stays true: ages and weeks become a birth year and dates, and back.
//!
//! The intake speaks of ages, weeks and months as of a day; stored, they would be wrong tomorrow. What this does
//! not do: check the answers. A value that is not of the expected shape passes through and the intake's own
//! reader names it. Weeks, months and years come back whole: a part of one is dropped.

use counterpose_coach::dates::{self, days_between, plus_days, whole_months};
use jiff::civil::Date;
use serde_json::{Map, Value};

use crate::section::Section;

const PREGNANCY_WEEKS: i64 = 40;
/// From here on the due date says nothing certain: the child may be born.
const PREGNANCY_OPEN_WEEKS: i64 = 42;

/// Today's answer to a section as the journal keeps it.
#[must_use]
pub fn to_stored(section: Section, mut value: Value, today: Date) -> Value {
    match section {
        Section::Profile => {
            if let Some(object) = value.as_object_mut()
                && let Some(age) = take_number(object, "age")
            {
                let year = age.map(|age| i64::from(today.year()) - whole(age));
                object.insert("birth_year".to_owned(), year.into());
                put_date(object, "birth_year_told_on", year.map(|_| today));
            }
        }
        Section::Complaint => weeks_to_past(value.as_object_mut(), "duration_weeks", "started_on", today),
        Section::Screening => {
            if let Some(record) = value.get_mut("C2").and_then(Value::as_object_mut)
                && let Some(months) = take_number(record, "months")
            {
                let start = months.map(|months| dates::minus_months(today, whole(months).clamp(0, 2400)));
                put_date(record, "started_on", start);
            }
        }
        Section::Precautions => {
            for item in objects(&mut value) {
                weeks_to_past(Some(&mut *item), "weeks_since", "happened_on", today);
                if let Some(weeks) = take_number(item, "weeks") {
                    let due = weeks.map(|weeks| plus_days(today, PREGNANCY_WEEKS * 7 - whole(weeks * 7.0)));
                    put_date(item, "due_on", due);
                }
            }
        }
        Section::Goals => {
            for item in objects(&mut value) {
                if let Some(weeks) = take_number(item, "by_weeks") {
                    put_date(item, "by_on", weeks.map(|weeks| plus_days(today, whole(weeks * 7.0).max(0))));
                }
            }
        }
        Section::Measures => {
            for item in objects(&mut value) {
                item.entry("on").or_insert_with(|| dates::written(today).into());
            }
        }
        Section::Clearances | Section::Irritability | Section::Life | Section::Means => {}
    }
    value
}

/// What the journal keeps of a section, in the intake's words as of a day.
#[must_use]
pub fn to_intake(section: Section, mut value: Value, as_of: Date) -> Value {
    match section {
        Section::Profile => {
            if let Some(object) = value.as_object_mut() {
                let told_on = take_date(object, "birth_year_told_on");
                if let Some(Some(year)) = take_number(object, "birth_year") {
                    object.insert("age".to_owned(), age(whole(year), told_on, as_of).into());
                }
            }
        }
        Section::Complaint => past_to_weeks(value.as_object_mut(), "started_on", "duration_weeks", as_of),
        Section::Screening => {
            if let Some(record) = value.get_mut("C2").and_then(Value::as_object_mut)
                && let Some(start) = take_date(record, "started_on")
            {
                record.insert("months".to_owned(), whole_months(start, as_of).into());
            }
        }
        Section::Precautions => return precautions(value, as_of),
        Section::Goals => {
            for item in objects(&mut value) {
                if let Some(by) = take_date(item, "by_on") {
                    let days = days_between(as_of, by).max(0);
                    item.insert("by_weeks".to_owned(), ((days + 6) / 7).into());
                }
            }
        }
        Section::Measures | Section::Clearances | Section::Irritability | Section::Life | Section::Means => {}
    }
    value
}

/// The age the person has surely reached. A year alone cannot tell whether the birthday has passed, and "adult"
/// must not come true at new year: from a told age, only whole years since the telling count.
fn age(birth_year: i64, told_on: Option<Date>, as_of: Date) -> i64 {
    let reached = match told_on {
        Some(told) => {
            i64::from(told.year()) - birth_year
                + if as_of < told { 0 } else { whole_months(told, as_of) / 12 }
        }
        None => i64::from(as_of.year()) - birth_year - 1,
    };
    reached.max(0)
}

/// A pregnancy whose due date is two weeks past shows as both a pregnancy and the time after a birth.
fn precautions(value: Value, as_of: Date) -> Value {
    let Value::Array(items) = value else { return value };
    let mut shown = Vec::with_capacity(items.len());
    for mut item in items {
        let mut after_birth = None;
        if let Some(object) = item.as_object_mut() {
            past_to_weeks(Some(&mut *object), "happened_on", "weeks_since", as_of);
            if let Some(due) = take_date(object, "due_on") {
                let weeks = PREGNANCY_WEEKS - div_ceil(days_between(as_of, due), 7);
                object.insert("weeks".to_owned(), weeks.clamp(0, PREGNANCY_OPEN_WEEKS).into());
                if weeks > PREGNANCY_OPEN_WEEKS {
                    let mut birth = Map::new();
                    birth.insert("id".to_owned(), "postpartum".into());
                    birth.insert("weeks_since".to_owned(), (weeks - PREGNANCY_OPEN_WEEKS).into());
                    after_birth = Some(Value::Object(birth));
                }
            }
        }
        shown.push(item);
        let known = |list: &[Value]| list.iter().any(|it| it.get("id") == Some(&"postpartum".into()));
        if let Some(birth) = after_birth
            && !known(&shown)
        {
            shown.push(birth);
        }
    }
    Value::Array(shown)
}

fn objects(value: &mut Value) -> impl Iterator<Item = &mut Map<String, Value>> {
    value.as_array_mut().into_iter().flatten().filter_map(Value::as_object_mut)
}

/// Takes a number out, or `null`, which takes an answer back; anything else stays where it is.
fn take_number(object: &mut Map<String, Value>, key: &str) -> Option<Option<f64>> {
    let number = match object.get(key)? {
        Value::Null => None,
        other => Some(other.as_f64().filter(|number| number.abs() < 100_000.0)?),
    };
    object.remove(key);
    Some(number)
}

/// The whole part; what comes in is far inside the exact range.
#[allow(clippy::cast_possible_truncation, reason = "bounded by take_number")]
fn whole(number: f64) -> i64 {
    number.floor() as i64
}

fn put_date(object: &mut Map<String, Value>, key: &str, date: Option<Date>) {
    object.insert(key.to_owned(), date.map_or(Value::Null, |date| dates::written(date).into()));
}

fn take_date(object: &mut Map<String, Value>, key: &str) -> Option<Date> {
    let date = dates::read(object.get(key)?.as_str()?)?;
    object.remove(key);
    Some(date)
}

fn weeks_to_past(object: Option<&mut Map<String, Value>>, weeks_key: &str, date_key: &str, today: Date) {
    if let Some(object) = object
        && let Some(weeks) = take_number(object, weeks_key)
    {
        put_date(object, date_key, weeks.map(|weeks| plus_days(today, -whole(weeks * 7.0).max(0))));
    }
}

fn past_to_weeks(object: Option<&mut Map<String, Value>>, date_key: &str, weeks_key: &str, as_of: Date) {
    if let Some(object) = object
        && let Some(date) = take_date(object, date_key)
    {
        object.insert(weeks_key.to_owned(), (days_between(date, as_of).max(0) / 7).into());
    }
}

fn div_ceil(days: i64, by: i64) -> i64 {
    days.div_euclid(by) + i64::from(days.rem_euclid(by) != 0)
}

#[cfg(test)]
#[path = "dated_tests.rs"]
mod tests;
