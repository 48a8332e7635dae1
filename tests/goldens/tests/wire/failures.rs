//! Answers beyond one success of one type: failures by status, headers with types, several types by
//! media type, and what is read while it comes.

use engross_goldens::answer_headers::operations::ListPets;
use engross_goldens::answer_media_types::operations::GetPetOutput;
use engross_goldens::failures::operations::{CreatePetError, DeletePetsError};
use engross_goldens::shared_headers::headers;
use engross_goldens::streamed_answers::operations::ListLinesError;
use engross_runtime::transport::memory::Memory;

use crate::support::client;

#[test]
fn failures_have_a_type_by_status() {
    const JSON: &str = "application/json";
    for (status, media_type, body, expect) in [
        (404, JSON, r#"{"code":1}"#, "NotFound(Problem { code: 1"),
        (409, JSON, "", "Conflict"),
        (
            400,
            "application/problem+json",
            r#"["a"]"#,
            "ClientError([\"a\"])",
        ),
        (501, "text/plain", "no", "ServerError(\"no\")"),
        (302, JSON, r#"{"code":2}"#, "Other(Problem { code: 2"),
        // What comes is not what is described: the error has it, the type does not.
        (404, JSON, "[]", "nothing"),
    ] {
        let client = client!(failures, Memory::new().reply(status, media_type, body));
        let error = client.create_pet().send_blocking().expect_err("no success");
        let typed = error.typed::<CreatePetError>();
        let shown = typed.map_or("nothing".to_owned(), |typed| format!("{typed:?}"));
        assert!(shown.starts_with(expect), "{status}: {shown}");
        assert_eq!(error.body().map(|it| &it[..]), Some(body.as_bytes()));
    }
    let client = client!(failures, Memory::new().reply(500, JSON, r#"{"code":1}"#));
    let error = client
        .delete_pets()
        .send_blocking()
        .expect_err("no success");
    assert!(
        error.typed::<DeletePetsError>().is_none(),
        "500 is not described"
    );
}

#[test]
fn headers_have_types() {
    let answer = engross_runtime::http::Response::builder()
        .header("x-rate-limit", "60")
        .header("x-ids", "1, 2")
        .header("x-range", "from=1,to=2")
        .header("x-kind", "dog")
        .header("x-json", r#"{"from":3}"#)
        .header("set-cookie", "a=1")
        .header("set-cookie", "b=2, c");
    let client = client!(answer_headers);
    let answer = answer
        .body(engross_runtime::Bytes::new())
        .expect("an answer");
    let answer = client.list_pets().read(answer).expect("a success");
    assert_eq!(answer.header(&ListPets::X_RATE_LIMIT).unwrap(), Some(60));
    assert_eq!(answer.header(&ListPets::X_IDS).unwrap(), Some(vec![1, 2]));
    let range = answer.header(&ListPets::X_RANGE).unwrap().expect("it came");
    assert_eq!((range.from, range.to), (Some(1), Some(2)));
    let kind = answer.header(&ListPets::X_KIND).unwrap().expect("it came");
    assert_eq!(kind.as_str(), "dog");
    let json = answer.header(&ListPets::X_JSON).unwrap().expect("it came");
    assert_eq!(json.from, Some(3));
    let cookies = answer.header(&ListPets::SET_COOKIE).unwrap();
    assert_eq!(cookies, Some(vec!["a=1".to_owned(), "b=2, c".to_owned()]));
    assert_eq!(answer.header(&ListPets::X_NEXT).unwrap(), None);
    assert!(answer.header(&ListPets::X_NEXT_404).unwrap().is_none());
}

#[test]
fn headers_that_stand_apart_are_read_from_every_answer() {
    let answer = |status: u16| {
        let answer = engross_runtime::http::Response::builder().status(status);
        let answer = answer.header("content-type", "application/json");
        let answer = answer.header("x-rate-limit", "60");
        let answer = answer.header("x-range", "from=1,to=2");
        let answer = answer.header("previous-page", "/pets?page=1");
        let answer = answer.header("retry-after", "soon");
        let body = if status == 200 { "[]" } else { "{}" };
        answer.body(body.into()).expect("an answer")
    };
    let client = client!(shared_headers);
    let pets = client.list_pets().read(answer(200)).expect("a success");
    assert_eq!(pets.header(&headers::X_RATE_LIMIT).unwrap(), Some(60));
    let range = pets.header(&headers::RANGE).unwrap().expect("it came");
    assert_eq!((range.from, range.to), (Some(1), Some(2)));
    let page = pets.header(&headers::PAGE_PREVIOUS_PAGE).unwrap();
    assert_eq!(page.as_deref(), Some("/pets?page=1"));
    assert_eq!(pets.header(&headers::PAGE_NEXT_PAGE).unwrap(), None);
    let error = client.list_pets().read(answer(429)).expect_err("a failure");
    assert_eq!(error.header(&headers::X_RATE_LIMIT).unwrap(), Some(60));
    let wait = error.header(&headers::RETRY_AFTER).unwrap();
    assert_eq!(
        wait.map(|wait| wait.as_str().to_owned()),
        Some("soon".to_owned())
    );
}

#[test]
fn the_media_type_of_an_answer_decides() {
    for (status, media_type, body, expect) in [
        (200, "application/json", r#"{"name":"a"}"#, "Ok("),
        (200, "Application/XML", "<Pet><name>a</name></Pet>", "Ok("),
        (200, "text/plain; charset=utf-8", "a", "OkText(\"a\")"),
        (200, "image/png", "x", "OkImage(b\"x\")"),
        (203, "text/plain", "a", "Status2xx(\"a\")"),
        (
            203,
            "application/json",
            r#"["a"]"#,
            "Status2xxJson([\"a\"])",
        ),
    ] {
        let client = client!(
            answer_media_types,
            Memory::new().reply(status, media_type, body)
        );
        let answer = client.get_pet().send_blocking().expect("a success");
        let shown = format!("{:?}", answer.into_inner());
        assert!(shown.starts_with(expect), "{media_type}: {shown}");
    }
    let client = client!(answer_media_types);
    let request = client.get_pet().request().expect("a request");
    assert_eq!(request.headers()["accept"], "application/json");
    let xml = "<Pet><name>a</name></Pet>";
    let client = client!(
        answer_media_types,
        Memory::new().reply(200, "text/xml", xml)
    );
    let pet = client.get_any().send_blocking().expect("a success");
    assert_eq!(pet.name.as_deref(), Some("a"));
    assert!(matches!(
        GetPetOutput::Ok(pet.into_inner()),
        GetPetOutput::Ok(_)
    ));
}

#[test]
fn answers_are_read_while_they_come() {
    let events = "event: a\ndata: 1\n\ndata: 2\n\n";
    let memory = || Memory::new().reply(200, "text/event-stream", events);
    let client = client!(streamed_answers, memory());
    let items = client.watch().send_items_blocking().expect("a success");
    let items: Vec<_> = items
        .into_inner()
        .map(|item| item.expect("an item"))
        .collect();
    let data: Vec<_> = items.iter().map(|item| item.data.as_str()).collect();
    assert_eq!(
        (data, items[0].event.as_deref()),
        (vec!["1", "2"], Some("a"))
    );
    let client = client!(streamed_answers, memory());
    let whole = client.watch().send_blocking().expect("a success");
    assert_eq!(whole.into_inner(), items);
    let client = client!(streamed_answers, memory());
    let events = client
        .read_logs()
        .send_events_blocking()
        .expect("a success");
    assert_eq!(events.into_inner().count(), 2);

    let lines = "{\"text\":\"a\"}\n{\"text\":\"b\"}\n";
    let memory = Memory::new().reply(200, "application/jsonl", lines);
    let client = client!(streamed_answers, memory);
    let items = client
        .list_lines()
        .send_items_blocking()
        .expect("a success");
    let texts: Vec<_> = items
        .into_inner()
        .map(|item| item.expect("an item").text)
        .collect();
    assert_eq!(texts, ["a", "b"]);
    let client = client!(
        streamed_answers,
        Memory::new().reply(404, "application/json", "{}")
    );
    let error = client
        .list_lines()
        .send_items_blocking()
        .expect_err("a failure");
    assert!(matches!(
        error.typed(),
        Some(ListLinesError::ClientError(_))
    ));

    let client = client!(
        streamed_answers,
        Memory::new().reply(200, "image/png", "abc")
    );
    let mut download = client
        .get_file()
        .send_streaming_blocking()
        .expect("a success");
    let mut read = String::new();
    std::io::Read::read_to_string(&mut *download, &mut read).expect("it is read");
    assert_eq!(read, "abc");
}

#[test]
fn sequences_are_asked_for_by_who_wants_items() {
    let memory = Memory::new()
        .reply(200, "application/json", r#"{"text":"whole"}"#)
        .reply(200, "text/event-stream", "data: {\"text\":\"a\"}\n\n");
    let client = client!(streamed_answers, memory.clone());
    let whole = client.chat().send_blocking().expect("a success");
    assert_eq!(whole.text.as_deref(), Some("whole"));
    let mut items = client.chat().send_items_blocking().expect("a success");
    assert_eq!(items.next().expect("one").expect("an item").text, "a");
    let accepts: Vec<_> = memory
        .requests()
        .iter()
        .map(|request| request.headers()["accept"].clone())
        .collect();
    assert_eq!(accepts, ["application/json", "text/event-stream"]);
}
