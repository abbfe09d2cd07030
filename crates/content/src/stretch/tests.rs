//! What the body model says about the library, held fast: which claims it bears out, which it corrected, and the finder.

use std::fmt::Write as _;
use std::{fs, path::Path};

use counterpose_coach::library::{Lengthened, Position};

use super::*;

fn exercise(id: &str) -> &'static Exercise {
    crate::library().exercises.iter().find(|exercise| exercise.id == id).unwrap()
}

/// What the entries say is lengthened and the model cannot measure: capsules, the muscles of chest and arm that go
/// around an ellipsoid, and the small turning muscles of the hip but for the piriformis.
const NOT_MODELLED: [&str; 4] =
    ["deep-hip-rotators", "latissimus-dorsi", "pectoralis-major", "posterior-hip-capsule"];

#[test]
fn every_claim_that_something_is_lengthened_is_borne_out() {
    let mut supported = 0;
    for exercise in &crate::library().exercises {
        for Claim { target, measure, verdict } in claims(&exercise.id) {
            let expected = match target.structure.as_str() {
                structure if NOT_MODELLED.contains(&structure) => Verdict::NotModelled,
                _ => Verdict::Supported,
            };
            assert_eq!(*verdict, expected, "{} lengthens {}: {measure:?}", exercise.id, target.structure);
            supported += usize::from(*verdict == Verdict::Supported);
        }
    }
    assert!(supported > 40, "{supported}");
}

/// The verdicts that corrected the library, and others that may not be claimed.
#[test]
fn what_is_not_borne_out_may_not_be_claimed() {
    let verdict = |id: &str, structure: &str, of: Option<&str>| {
        let of = of.map(str::to_owned);
        let target = Target { structure: structure.to_owned(), role: Role::Lengthens, of };
        claim(exercise(id), None, &target).verdict
    };
    let rear = Some("rear-leg");
    assert_eq!(verdict("ninety-ninety-lean-back", "piriformis", rear), Verdict::Contradicted);
    assert_eq!(verdict("ninety-ninety-lean-back", "gluteus-medius", rear), Verdict::Contradicted);
    assert_eq!(verdict("ninety-ninety-lean-back", "tensor-fasciae-latae", rear), Verdict::Contradicted);
    assert_eq!(verdict("supine-figure-four", "hamstrings", Some("opposite")), Verdict::Supported);
    assert_eq!(verdict("supine-figure-four", "pelvic-floor", None), Verdict::NotModelled);
}

#[test]
fn in_the_lunge_the_front_of_the_thigh_lengthens_most_and_the_deep_hip_flexor_little() {
    let most = lengthens(exercise("half-kneeling-hip-flexor-stretch"));
    let right: Vec<&Measure> = most.iter().filter(|measure| measure.side == Side::Right).collect();
    assert_eq!(right[0].structure, "rectus-femoris");
    let of = |name: &str| right.iter().find(|measure| measure.structure == name).unwrap().of_fibre();
    assert!(of("rectus-femoris") > 4.0 * of("psoas-major"));
    assert!(most.windows(2).all(|pair| pair[0].of_fibre() >= pair[1].of_fibre()));
}

#[test]
fn a_finder_keeps_to_the_limits_and_ranks_by_lengthening() {
    let exercises = &crate::library().exercises;
    let all = find(exercises, "piriformis", &Limits::default()).unwrap();
    assert!(all.len() > 5);
    assert!(all.windows(2).all(|pair| pair[0].measure.of_fibre() >= pair[1].measure.of_fibre()));
    let ids = |limits: Limits| -> Vec<&str> {
        find(exercises, "piriformis", &limits)
            .unwrap()
            .iter()
            .map(|found| found.exercise.id.as_str())
            .collect()
    };
    let sitting = ids(Limits { sitting_only: true, ..Limits::default() });
    assert!(sitting.contains(&"seated-figure-four"));
    assert!(
        sitting.iter().all(|id| matches!(exercise(id).position, Position::Sitting | Position::FloorSitting))
    );
    let gentle = ids(Limits { hip_flexion_below_deg: Some(90.0), ..Limits::default() });
    assert!(gentle.len() < all.len() && !gentle.contains(&"pigeon"));
    let hip_flexors = |limits: &Limits| find(exercises, "iliacus", limits).unwrap();
    let standing = hip_flexors(&Limits { no_kneeling: true, ..Limits::default() });
    assert!(
        hip_flexors(&Limits::default()).iter().any(|one| one.exercise.position == Position::HalfKneeling)
    );
    assert!(!standing.is_empty());
    assert!(standing.iter().all(|one| one.exercise.id != "half-kneeling-hip-flexor-stretch"));
    assert_eq!(find(exercises, "soul", &Limits::default()), None);
}

/// The file of the table, and its rows as they are written there.
fn written(rows: &[Lengthened]) -> String {
    let mut text = String::from(
        "# What the body model says about the claims that an exercise lengthens a muscle, in the pose in which it is\n\
         # longest: exercise, way (empty for the plain one), muscle, verdict, thousandths of optimal fibre length more\n\
         # than in standing. Computed, not written by hand: UPDATE=1 cargo test -p counterpose-content stretch\n\
         row = [\n",
    );
    for Lengthened { exercise, variant, structure, verdict, permille_of_fibre } in rows {
        let way = variant.as_deref().unwrap_or_default();
        writeln!(
            text,
            "    [\"{exercise}\", \"{way}\", \"{structure}\", \"{verdict}\", {permille_of_fibre}],"
        )
        .unwrap();
    }
    text + "]\n"
}

#[test]
fn the_table_the_decisions_rank_by_is_what_the_body_model_computes() {
    let fresh = table(&crate::library().exercises);
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content/lengthening.toml");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&file, written(&fresh)).unwrap();
    }
    let kept = fs::read_to_string(&file).unwrap_or_default();
    assert_eq!(kept, written(&fresh), "take it anew with UPDATE=1, and read what changed");
    assert!(std::env::var_os("UPDATE").is_some() || crate::library().lengthened == fresh);
    assert!(fresh.len() > 60, "{}", fresh.len());
}
