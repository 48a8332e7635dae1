//! What another hand writes in XML is read, and written as the same document.
//!
//! Schemas with `xml` objects and their values are random, the same in every run; a third-party writer makes
//! the texts, and Python's standard library says which texts are one document. All of it is installed into
//! the target folder; where that cannot be done, the test says so.

use std::fs;

use engross::Generator;
use engross_judges::{Body, Program, Tools, Turn, target, tell, types};
use engross_tests::Tree;

#[test]
fn documents_come_out_as_they_went_in() {
    let Some(tools) = Tools::install() else {
        return;
    };
    let (description, bodies) = tools.xml();
    let turns = program(&description).run(pairs(&bodies));
    let written = bodies.iter().map(|body| body.text.as_str());
    let read = turns.iter().map(|turn| match turn {
        Turn::Encoded(text) => text.as_str(),
        Turn::Refused(_) | Turn::Panicked => "<nothing/>",
    });
    let forms = tools.canonical(written.chain(read));
    let (written, read) = forms.split_at(bodies.len());
    let all = bodies.iter().zip(&turns).zip(written.iter().zip(read));
    let wrong = all.filter(|(_, (written, read))| written != read);
    let wrong: Vec<_> = wrong
        .map(|((body, turn), _)| format!("{}: {}\n  became {turn:?}", body.name, body.text))
        .collect();
    tell(&format!("{} documents in XML", bodies.len()));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn pairs(bodies: &[Body]) -> impl Iterator<Item = (&str, &str)> {
    let pairs = bodies.iter();
    pairs.map(|body| (body.name.as_str(), body.text.as_str()))
}

/// Generates a module of the description and compiles it.
fn program(description: &str) -> Program {
    let path = target().join("judges/tools/xml.json");
    fs::write(&path, description).expect("writable");
    let generated = Generator::new(&path).into_module().generate();
    let generated = generated.unwrap_or_else(|report| panic!("{report}"));
    let files = generated.files();
    let files: Tree = files
        .map(|(path, text)| (path.to_owned(), text.to_owned()))
        .collect();
    let mut program = Program::new("xml", "application/xml");
    program.add_module("client", &files);
    for (name, ty) in types(&files) {
        program.add_turn(&name, &format!("client::models::{ty}"));
    }
    program.build().unwrap_or_else(|said| panic!("{said}"));
    program
}
