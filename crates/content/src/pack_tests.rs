//! A pack is read whole or not at all.

use crate::pack::{Pack, PackError};

fn read(text: &str) -> Result<Pack, PackError> {
    Pack::read(text.as_bytes().to_vec())
}

#[test]
fn texts_are_found_by_their_keys_and_others_are_not() {
    let pack = read("counterpose-texts 1 de 2\0a-b\x06Eins\0c\x06\0").unwrap();
    assert_eq!(pack.language(), "de");
    assert_eq!(pack.pattern("a-b"), Some("Eins"));
    assert_eq!(pack.pattern("c"), Some(""));
    assert_eq!((pack.pattern("b"), pack.pattern("a"), pack.pattern("")), (None, None, None));
    assert_eq!(pack.keys().collect::<Vec<_>>(), ["a-b", "c"]);
}

#[test]
fn what_is_no_whole_pack_is_refused() {
    assert_eq!(read("<!doctype html>"), Err(PackError::NotOne));
    assert_eq!(Pack::read(vec![0xff, 0xfe]), Err(PackError::NotOne));
    assert_eq!(read("counterpose-texts 1 de"), Err(PackError::Cut));
    assert_eq!(read("counterpose-texts 1 de 1\0a\x06Ei"), Err(PackError::Cut));
    assert_eq!(read("counterpose-texts 1 de 2\0b\x06x\0a\x06y\0"), Err(PackError::Garbled));
    assert_eq!(read("counterpose-texts 1 de 2\0b\0"), Err(PackError::Garbled));
}

#[test]
fn every_pack_that_is_carried_reads_and_any_cut_of_it_does_not() {
    for (language, bytes) in crate::PACKS {
        let pack = Pack::read(*bytes).unwrap();
        assert_eq!(pack.language(), *language);
        assert!(pack.keys().count() > 2000, "{language}");
        for end in (0..bytes.len()).step_by(997) {
            assert!(Pack::read(bytes[..end].to_vec()).is_err(), "{end}");
        }
    }
}
