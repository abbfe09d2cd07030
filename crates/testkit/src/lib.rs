//! What tests share: golden folders, generated people, simulated clocks, fuzz targets; never shipped
pub mod calibration;
pub mod calibration_report;
pub mod chance;
pub mod diaries;
pub mod fuzz;
pub mod http;
pub mod merge;
pub mod people;
pub mod postgres;
pub mod precaution_cases;
pub mod screening_cases;
