//! Streams over `ureq`: it reads a request's body piece by piece into its own small buffer, and an
//! answer's when asked. Its clock for single reads and writes bounds streams that stand still.

use std::io::{self, Read};

use bytes::Bytes;
use http::header::{CONTENT_LENGTH, HeaderValue};
use ureq::{Body as Incoming, SendBody};

use super::super::upload::Note;
use super::super::{Bounds, Chunks, Failure, Streamed, announces_body};
use super::{body_failure, failure};
use crate::body::{Body, BodyReader};

/// What is read of an answer at once.
const PIECE: usize = 64 * 1024;

/// A request's body that notes why it cannot be read.
struct Upload {
    reader: BodyReader,
    note: Note,
}

impl Read for Upload {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.note.take_down(self.reader.read(buffer))
    }
}

struct Download {
    /// `None` once it is over.
    reader: Option<ureq::BodyReader<'static>>,
    buffer: Box<[u8]>,
}

/// Makes one attempt.
pub(super) fn attempt(
    agent: &ureq::Agent,
    mut request: http::Request<Body>,
    bounds: &Bounds,
) -> Streamed<Chunks> {
    let is_empty = request.body().is_empty();
    let announced = announces_body(&request, is_empty);
    if let (Some(length), true) = (request.body().length(), announced) {
        let length = HeaderValue::from(length);
        request.headers_mut().insert(CONTENT_LENGTH, length);
    }
    let note = Note::default();
    let response = if announced {
        let request = request.map(|body| {
            SendBody::from_owned_reader(Upload {
                reader: body.into_reader(),
                note: note.clone(),
            })
        });
        run(agent, request, bounds)
    } else {
        run(agent, request.map(drop), bounds)
    };
    match response {
        Ok(response) => Ok(response.map(download)),
        Err(error) => Err(note.or(failure(&error))),
    }
}

fn run(
    agent: &ureq::Agent,
    request: http::Request<impl ureq::AsSendBody>,
    bounds: &Bounds,
) -> Result<http::Response<Incoming>, ureq::Error> {
    let request = agent
        .configure_request(request)
        .timeout_global(Some(bounds.timeout))
        .timeout_connect(Some(bounds.connect_timeout))
        .timeout_recv_response(Some(bounds.idle_timeout))
        .timeout_per_read(Some(bounds.idle_timeout))
        .timeout_per_write(Some(bounds.idle_timeout))
        .build();
    agent.run(request)
}

fn download(body: Incoming) -> Chunks {
    Box::new(Download {
        reader: Some(body.into_reader()),
        buffer: vec![0; PIECE].into(),
    })
}

impl Iterator for Download {
    type Item = Result<Bytes, Failure>;

    fn next(&mut self) -> Option<Self::Item> {
        let reader = self.reader.as_mut()?;
        let read = loop {
            match reader.read(&mut self.buffer) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                read => break read,
            }
        };
        match read {
            Ok(length @ 1..) => Some(Ok(Bytes::copy_from_slice(&self.buffer[..length]))),
            Ok(0) => {
                self.reader = None;
                None
            }
            Err(error) => {
                self.reader = None;
                Some(Err(body_failure(error)))
            }
        }
    }
}
