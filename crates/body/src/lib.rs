//! The kinematic and musculoskeletal model: poses, forward kinematics, muscle paths, claims
