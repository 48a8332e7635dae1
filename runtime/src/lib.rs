//! The runtime of clients that engross generates: codecs chosen by media type, requests and
//! responses that do no I/O, and thin transports around them.
//!
//! A program rarely names this crate: it uses a generated client, and meets from here the
//! [`Response`] that a call returns, the [`Error`] it fails with, and the settings of the client's
//! builder. A test gives its client a [`transport::memory::Memory`], which needs no network:
//!
//! ```
//! use engross_runtime::transport::memory::Memory;
//! use engross_runtime::{Client, Credential, Error, ErrorKind, Limits, RetryPolicy};
//! # use engross_runtime::private::{Operation, OperationInfo, Parameter, RequestWriter, ResponseReader};
//! # // What the generator writes for `GET /pets/{id}/name`.
//! # static INFO: OperationInfo = OperationInfo::new("getPetName", "GET", "/pets/{id}/name")
//! #     .accepts(&["application/json"])
//! #     .security(&[&["bearer"]]);
//! # static ID: Parameter = Parameter::new("id");
//! # struct GetPetName(i64);
//! # impl Operation for GetPetName {
//! #     type Output = String;
//! #     fn info(&self) -> &'static OperationInfo {
//! #         &INFO
//! #     }
//! #     fn write(&self, request: &mut RequestWriter) {
//! #         request.path_text("/pets/");
//! #         request.path(&ID, &self.0);
//! #         request.path_text("/name");
//! #     }
//! #     fn read(response: &ResponseReader<'_>) -> Result<String, Error> {
//! #         match response.status() {
//! #             200 => response.body(),
//! #             _ => Err(response.unexpected()),
//! #         }
//! #     }
//! # }
//! # fn main() -> Result<(), Error> {
//! let server = Memory::new()
//!     .reply(503, "text/plain", "busy")
//!     .reply(200, "application/json", r#""Rex""#)
//!     .reply(404, "text/plain", "no such pet");
//! let client = Client::builder("https://pets.test/v1")
//!     .credential("bearer", Credential::bearer("s3cret"))
//!     .retry(RetryPolicy::default().attempts(2))
//!     .limits(Limits::default().body(1024 * 1024))
//!     .blocking_transport(server.clone())
//!     .build()?;
//!
//! // `GetPetName` stands for an operation of a generated client. The 503 is repeated.
//! let name = client.send_blocking(&GetPetName(7))?;
//! assert_eq!(name.as_str(), "Rex");
//! assert_eq!(server.requests()[1].uri(), "https://pets.test/v1/pets/7/name");
//!
//! let error = client.send_blocking(&GetPetName(8)).unwrap_err();
//! assert_eq!(error.kind(), ErrorKind::UnexpectedStatus);
//! assert_eq!(error.decode::<String>()?, "no such pet");
//! assert!(!format!("{client:?} {error:?}").contains("s3cret"));
//! # Ok(())
//! # }
//! ```
//!
//! # Streams
//!
//! A [`Body`] is read while it is sent: from a file, a reader or an asynchronous stream, as the whole
//! body of a request or as a [`Part`] of a [`Multipart`] one. An answer is read while it comes with
//! [`Client::send_streaming`], and one item after the other with [`Client::send_items`] and
//! [`Client::send_events`]; each has a sister that blocks.
//!
//! ```
//! use engross_runtime::private::{Operation, OperationInfo, RequestWriter, ResponseReader};
//! use engross_runtime::transport::memory::Memory;
//! use engross_runtime::{Body, Client, Error, EventItem, FilePart, Multipart, Part};
//! # struct Op<F>(OperationInfo, F);
//! # impl<F: Fn(&mut RequestWriter)> Operation for Op<F> {
//! #     type Output = ();
//! #     fn info(&self) -> &'static OperationInfo {
//! #         Box::leak(Box::new(self.0))
//! #     }
//! #     fn write(&self, request: &mut RequestWriter) {
//! #         request.path_text("/photos");
//! #         (self.1)(request);
//! #     }
//! #     fn read(response: &ResponseReader<'_>) -> Result<(), Error> {
//! #         match response.status() {
//! #             200 => Ok(()),
//! #             _ => Err(response.unexpected()),
//! #         }
//! #     }
//! # }
//! # fn main() -> Result<(), Error> {
//! let server = Memory::new()
//!     .reply(200, "text/plain", "")
//!     .reply(200, "application/jsonl", "1\n2\n\"three\"\n4\n");
//! let client = Client::builder("https://pets.test").blocking_transport(server).build()?;
//!
//! // What the generator writes for an upload.
//! let photo = FilePart::new(Body::from_reader(std::io::empty())).named("rex.jpg");
//! let parts = Multipart::new().part(Part::new("pet", "Rex")).part(Part::file("photo", photo));
//! let upload = |request: &mut RequestWriter| request.multipart("multipart/form-data", &parts);
//! # let upload = Op(OperationInfo::new("addPhoto", "POST", "/photos"), upload);
//! client.send_blocking(&upload)?;
//! # let list = Op(OperationInfo::new("list", "GET", "/photos"), |_: &mut RequestWriter| {});
//!
//! // One item cannot be read; the others can.
//! let items = client.send_items_blocking::<_, i64>(&list, EventItem::Data)?.into_inner();
//! let (read, unread): (Vec<_>, Vec<_>) = items.partition(Result::is_ok);
//! assert_eq!(read.into_iter().flatten().collect::<Vec<_>>(), [1, 2, 4]);
//! assert_eq!(unread[0].as_ref().unwrap_err().item(), Some(2));
//! # Ok(())
//! # }
//! ```
//!
//! # Features
//!
//! | feature | default | gives |
//! |---|---|---|
//! | `reqwest` | yes | the asynchronous transport, for `send` on a tokio runtime |
//! | `ureq` | no | the blocking transport, for `send_blocking` |
//!
//! Both use rustls with the roots of the platform. With neither there are still the transport in
//! memory, those that a program writes for itself ([`transport::Transport`],
//! [`transport::BlockingTransport`]), and the bare [`http::Request`] and [`http::Response`].
//!
//! # Defaults
//!
//! | what | default | set by |
//! |---|---|---|
//! | body of an answer | 64 MiB | [`Limits::body`] |
//! | nesting of an answer | 128 levels, never above 256 | [`Limits::depth`] |
//! | time to connect, of an attempt, of a whole call | 10 s, 60 s, 5 min | [`Limits`] |
//! | time in which nothing moves in a stream | 60 s | [`Limits::idle_timeout`] |
//! | time and size of a stream | none | [`Limits::stream_timeout`], [`Limits::streamed_body`] |
//! | one item of a sequence | 8 MiB | [`Limits::item`] |
//! | attempts | 3, where repeating is safe | [`RetryPolicy::attempts`] |
//! | waits between them | random, up to 0.5 s, 1 s, ... 30 s, or as `Retry-After` says | [`RetryPolicy`] |
//! | lost event streams | connected again 5 times in a row, where that is safe | [`Reconnect`] |
//! | redirects | 5; to another origin only without credentials and bodies | |
//!
//! # Media types
//!
//! | media type | holds |
//! |---|---|
//! | `application/json`, `text/json`, `*/*+json` | any model |
//! | `application/xml`, `text/xml`, `*/*+xml` | any model, by its XML names |
//! | `application/x-www-form-urlencoded` | objects |
//! | other `text/*` | one string, number or boolean as its text, or bytes |
//! | `multipart/*` | parts, in requests: [`Multipart`] |
//! | `text/event-stream` | [`Event`]s, or an item in each |
//! | `application/jsonl`, `application/x-ndjson` and their like | an item of JSON on each line |
//! | `application/json-seq`, `*/*+json-seq` | items of JSON (RFC 7464) |
//! | anything else, and all images, sounds, films and fonts | bytes, or a string in UTF-8 |
//!
//! An answer is read by its actual `Content-Type`. [`codec::Format`] decides, for requests too.
//!
//! # Inside
//!
//! ```text
//! operation ─> request::RequestWriter ─> call::Call <─> transport::Transport
//!                     │ codec                │                 │ reqwest, ureq, memory
//! value <─ response::ResponseReader <────────┘
//! ```
//!
//! The module `private` is for generated code alone.

mod answer;
mod body;
mod builder;
mod call;
mod client;
pub mod codec;
mod credential;
mod download;
mod drive;
mod error;
mod extras;
mod header;
mod limits;
mod model_traits;
mod multipart;
mod operation;
mod parameter;
#[doc(hidden)]
pub mod private;
mod random;
mod request;
mod response;
mod retry;
mod scrub;
mod secret;
mod sending;
mod sequence;
#[cfg(feature = "serde")]
mod serde;
mod spelling;
mod streaming;
mod style;
pub mod transport;
mod uri;
pub mod validate;
mod value;

pub use body::{Body, BodyReader, BodyStream};
pub use builder::ClientBuilder;
pub use bytes::Bytes;
#[cfg(feature = "chrono")]
pub use chrono;
pub use client::Client;
pub use codec::Base64Url;
pub use credential::{Credential, KeyPlace};
pub use download::{BlockingDownload, Download};
pub use error::{Error, ErrorKind};
pub use header::ResponseHeader;
pub use http;
#[cfg(feature = "jiff")]
pub use jiff;
pub use limits::Limits;
pub use multipart::{FilePart, Multipart, Part};
pub use response::{ErrorAnswer, Response};
pub use retry::RetryPolicy;
#[cfg(feature = "rust_decimal")]
pub use rust_decimal;
pub use secret::Secret;
pub use sending::Sending;
pub use sequence::{BlockingEvents, BlockingItems, Event, EventItem, Events, Items, Reconnect};
#[cfg(feature = "time")]
pub use time;
pub use uri::server_url::ServerUrl;
#[cfg(feature = "url")]
pub use url;
#[cfg(feature = "uuid")]
pub use uuid;
pub use value::{AdditionalProperties, Map, Number, ParseNumberError, Value};
