//! Text for people at a terminal: titles, paragraphs and lists that fit 80 columns.

use std::io::{self, IsTerminal, Write};

/// The width every line keeps to.
const WIDTH: usize = 80;

/// A page being written.
pub struct Page {
    text: String,
    bold: bool,
}

impl Page {
    /// An empty page; titles are bold on a terminal unless `NO_COLOR` is set.
    pub fn new() -> Self {
        Self::with_bold(io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none())
    }

    /// An empty page.
    const fn with_bold(bold: bool) -> Self {
        Self { text: String::new(), bold }
    }

    /// A title, set apart by a blank line.
    pub fn title(&mut self, words: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        let words = words.to_uppercase();
        if self.bold {
            self.text.push_str(&format!("\u{1b}[1m{words}\u{1b}[0m\n"));
        } else {
            self.text.push_str(&words);
            self.text.push('\n');
        }
    }

    /// An empty line.
    pub fn gap(&mut self) {
        self.text.push('\n');
    }

    /// A paragraph.
    pub fn paragraph(&mut self, words: &str) {
        self.block("  ", "  ", words);
    }

    /// A point of a list.
    pub fn point(&mut self, words: &str) {
        self.block("  - ", "    ", words);
    }

    /// Something that belongs to the point before.
    pub fn under(&mut self, words: &str) {
        self.block("    ", "    ", words);
    }

    /// One step further in, with a mark before it.
    pub fn deeper(&mut self, mark: &str, words: &str) {
        let first = format!("      {mark}");
        let rest = " ".repeat(first.chars().count());
        self.block(&first, &rest, words);
    }

    /// A name on the left, words on the right.
    pub fn pair(&mut self, name: &str, words: &str) {
        let column = 26;
        let first = format!("  {name:<column$} ");
        if name.chars().count() > column {
            self.block("  ", "  ", name);
            self.block(&" ".repeat(column + 3), &" ".repeat(column + 3), words);
        } else {
            self.block(&first, &" ".repeat(column + 3), words);
        }
    }

    fn block(&mut self, first: &str, rest: &str, words: &str) {
        let mut line = first.to_owned();
        let mut used = first.chars().count();
        let mut fresh = true;
        for word in words.split_whitespace() {
            let length = word.chars().count();
            if !fresh && used + 1 + length > WIDTH {
                self.text.push_str(line.trim_end());
                self.text.push('\n');
                rest.clone_into(&mut line);
                used = rest.chars().count();
                fresh = true;
            }
            if !fresh {
                line.push(' ');
                used += 1;
            }
            line.push_str(word);
            used += length;
            fresh = false;
        }
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    /// The page so far.
    #[cfg(test)]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Writes the page to standard output.
    pub fn print(&self) -> io::Result<()> {
        io::stdout().write_all(self.text.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_keeps_to_80_columns_and_no_word_is_lost() {
        let mut page = Page::with_bold(false);
        let words = "calm and short words that go on for a while ".repeat(9);
        page.title("a title");
        page.paragraph(&words);
        page.point(&words);
        page.pair("a name", &words);
        page.pair("a name that is far too long for its column", &words);
        assert!(page.text().lines().all(|line| line.chars().count() <= WIDTH));
        let count = |text: &str| text.split_whitespace().filter(|word| *word == "short").count();
        assert_eq!(count(page.text()), 4 * count(&words));
    }
}
