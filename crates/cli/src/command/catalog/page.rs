//! Text for a terminal of 80 columns: wrapped paragraphs and small lists.

/// How wide a line may be.
pub const WIDTH: usize = 80;

/// A paragraph in lines of at most 80 columns; the first and the further lines indented. A word longer than a line
/// stands alone.
pub fn wrapped(text: &str, first: usize, further: usize) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut line = " ".repeat(first);
    let mut is_empty = true;
    for word in text.split_whitespace() {
        let needed = line.chars().count() + usize::from(!is_empty) + word.chars().count();
        if !is_empty && needed > WIDTH {
            lines.push(core::mem::replace(&mut line, " ".repeat(further)));
            is_empty = true;
        }
        if !is_empty {
            line.push(' ');
        }
        line.push_str(word);
        is_empty = false;
    }
    lines.push(line);
    lines.join("\n")
}

/// A line of a list: a mark, and the text hanging behind it.
pub fn item(mark: &str, text: &str, indent: usize) -> String {
    wrapped(&format!("{mark} {text}"), indent, indent + mark.chars().count() + 1)
}

/// A text cut to a column, with an ellipsis where something is missing.
pub fn column(text: &str, width: usize) -> String {
    let length = text.chars().count();
    if length <= width {
        return format!("{text}{}", " ".repeat(width - length));
    }
    let mut cut: String = text.chars().take(width.saturating_sub(1)).collect();
    cut.push('…');
    cut
}

/// The text with a capital at the front.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_to_the_width_and_lose_no_word() {
        let text = "one two three ".repeat(30);
        let page = wrapped(&text, 2, 4);
        assert!(page.lines().all(|line| line.chars().count() <= WIDTH));
        assert_eq!(page.split_whitespace().count(), 90);
        assert!(page.lines().nth(1).is_some_and(|line| line.starts_with("    ")));
        assert_eq!(wrapped(&"x".repeat(100), 2, 4).lines().count(), 1);
    }

    #[test]
    fn a_column_is_filled_or_cut() {
        assert_eq!(column("abc", 5), "abc  ");
        assert_eq!(column("abcdef", 5), "abcd…");
        assert_eq!(capital("on both feet"), "On both feet");
    }
}
