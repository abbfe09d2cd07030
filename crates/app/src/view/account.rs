//! The pages of accounts: logging in, a link that was opened, and who is logged in where.

use super::{Button, InfoCard};
use crate::account::Form;

/// A page of accounts.
#[derive(Clone, Debug, PartialEq)]
pub struct AccountPage {
    /// Its heading.
    pub heading: String,
    /// A sentence or two below it.
    pub lead: Option<String>,
    /// What went wrong; said at once.
    pub problem: Option<String>,
    /// What was done.
    pub done: Option<String>,
    /// What is there to know and do, above the forms.
    pub cards: Vec<InfoCard>,
    /// What is there to fill in.
    pub forms: Vec<AccountForm>,
    /// What else one can do.
    pub buttons: Vec<Button>,
}

/// Two fields and a way to send them.
#[derive(Clone, Debug, PartialEq)]
pub struct AccountForm {
    /// Which.
    pub form: Form,
    /// A heading, where the page has others.
    pub heading: Option<String>,
    /// The fields; their texts are sent in this order.
    pub fields: Vec<AccountField>,
    /// What the button says.
    pub submit: String,
}

/// A field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountField {
    /// What is typed there.
    pub kind: FieldKind,
    /// What it asks.
    pub label: String,
    /// A line of help.
    pub help: Option<String>,
    /// What stands in it at first.
    pub text: String,
}

/// What is typed into a field; so that password managers know it too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FieldKind {
    /// The name of the account.
    Name,
    /// The password it has.
    Password,
    /// The password it will have.
    NewPassword,
}
