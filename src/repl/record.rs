//! What was typed and what came back, to be kept in a file.

use snakelet::embed::Outcome;

/// Texts in the order in which they were run.
#[derive(Default)]
pub struct Record {
    texts: Vec<Text>,
}

struct Text {
    code: String,
    shown: String,
    outcome: Outcome,
}

/// What a file is made of.
pub struct Saved {
    /// What stands in it.
    pub content: String,
    /// How many texts.
    pub count: usize,
    /// Whether one of them awaits outside of functions, which only a prompt allows.
    pub awaits: bool,
}

impl Record {
    /// Keeps a text that has run.
    pub fn keep(&mut self, code: &str, shown: &[u8], outcome: Outcome) {
        self.texts.push(Text {
            code: code.trim_end().to_owned(),
            shown: String::from_utf8_lossy(shown).into_owned(),
            outcome,
        });
    }

    /// Forgets all.
    pub fn clear(&mut self) {
        self.texts.clear();
    }

    /// The texts that went well, as a program.
    pub fn program(&self) -> Saved {
        let went_well = |text: &&Text| text.outcome.is_compiled && text.outcome.failure.is_none();
        let texts: Vec<&Text> = self.texts.iter().filter(went_well).collect();
        Saved {
            content: texts
                .iter()
                .map(|text| text.statement())
                .collect::<String>()
                .trim_end()
                .to_owned()
                + "\n",
            count: texts.len(),
            awaits: texts.iter().any(|text| text.outcome.awaits),
        }
    }

    /// All texts that mean something, as a session in a document: with prompts, and with what they have shown.
    pub fn document(&self) -> Saved {
        let texts: Vec<&Text> = self
            .texts
            .iter()
            .filter(|text| text.outcome.is_compiled)
            .collect();
        let turns: String = texts.iter().map(|text| text.turn()).collect();
        Saved {
            content: format!("```pycon\n{turns}```\n"),
            count: texts.len(),
            awaits: false,
        }
    }
}

impl Text {
    /// The text in a program, where a line is left empty behind a block.
    fn statement(&self) -> String {
        let end = if self.code.contains('\n') {
            "\n\n"
        } else {
            "\n"
        };
        format!("{}{end}", self.code)
    }

    fn turn(&self) -> String {
        let mut turn = String::new();
        for (index, line) in self.code.lines().enumerate() {
            let prompt = if index == 0 { ">>> " } else { "... " };
            turn.push_str(format!("{prompt}{line}").trim_end());
            turn.push('\n');
        }
        if self.code.contains('\n') {
            turn.push_str("...\n");
        }
        if !self.shown.is_empty() {
            turn.push_str(self.shown.trim_end_matches('\n'));
            turn.push('\n');
        }
        if let Some(failure) = &self.outcome.failure {
            turn.push_str(&format!(
                "Traceback (most recent call last):\n    ...\n{failure}\n"
            ));
        }
        turn
    }
}

#[cfg(test)]
mod tests {
    use super::Record;
    use snakelet::embed::Outcome;

    #[test]
    fn texts_are_kept_as_they_went() {
        let well = Outcome {
            is_compiled: true,
            ..Outcome::default()
        };
        let mut record = Record::default();
        record.keep("def f():\n    return 3\n\n", b"", well.clone());
        record.keep("f()", b"3\n", well.clone());
        let failed = Outcome {
            failure: Some("NameError: name 'g' is not defined".to_owned()),
            ..well
        };
        record.keep("g()", b"", failed);
        record.keep("x x", b"", Outcome::default());
        assert_eq!(record.program().content, "def f():\n    return 3\n\nf()\n");
        assert_eq!(
            record.document().content,
            "```pycon\n>>> def f():\n...     return 3\n...\n>>> f()\n3\n>>> g()\nTraceback (most recent call \
             last):\n    ...\nNameError: name 'g' is not defined\n```\n"
        );
    }
}
