//! The client without a screen: state, actions, effects and ports
