//! A generated client in small, as the generator writes it: every call into the runtime that
//! generated code makes, in the form it makes it.

use engross_runtime as runtime;
use engross_runtime::private::{
    Credential, DecodeError, Field, KeyPlace, Model, Operation, OperationInfo, Parameter, Reader,
    RequestWriter, ResponseReader, Shape, Writer,
};
use engross_runtime::transport::memory::Memory;
use engross_runtime::{Bytes, Error, ErrorKind, Response, http};

use crate::support::run;

#[derive(Clone, Debug, Default, PartialEq)]
struct CustomerQualification {
    qualification: Option<String>,
    additional_properties: runtime::AdditionalProperties,
}

static SHAPE: Shape = Shape::new("CustomerQualification", &[Field::Optional("qualification")]);

impl Model for CustomerQualification {
    fn write(&self, out: &mut Writer<'_>) {
        out.object(&SHAPE, &[&self.qualification], &self.additional_properties);
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let mut model = Self::default();
        input.object(
            &SHAPE,
            &mut [&mut model.qualification],
            &mut model.additional_properties,
        )?;
        Ok(model)
    }
}

const SERVER: &str = "https://api.partnercenter.test";

#[derive(Clone, Debug)]
struct Client {
    core: runtime::Client,
}

#[derive(Debug)]
struct ClientBuilder {
    core: runtime::ClientBuilder,
}

impl Client {
    fn builder() -> ClientBuilder {
        ClientBuilder {
            core: runtime::Client::builder(SERVER),
        }
    }

    fn create(&self, version: impl Into<String>, customer_id: impl Into<String>) -> Create<'_> {
        Create {
            client: &self.core,
            version: version.into(),
            customer_id: customer_id.into(),
            code: None,
            ms_requestid: None,
            body: None,
            accept: None,
        }
    }
}

impl ClientBuilder {
    fn bearer_token(mut self, token: impl Into<runtime::Secret>) -> Self {
        self.core = self
            .core
            .credential("bearerAuth", Credential::bearer(token));
        self
    }

    fn subscription_key(mut self, key: impl Into<runtime::Secret>) -> Self {
        let key = Credential::api_key(KeyPlace::Header("Subscription-Key"), key);
        self.core = self.core.credential("subscription", key);
        self
    }

    fn transport(mut self, transport: impl runtime::transport::Transport + 'static) -> Self {
        self.core = self.core.transport(transport);
        self
    }

    fn blocking_transport(
        mut self,
        transport: impl runtime::transport::BlockingTransport + 'static,
    ) -> Self {
        self.core = self.core.blocking_transport(transport);
        self
    }

    fn build(self) -> Result<Client, Error> {
        Ok(Client {
            core: self.core.build()?,
        })
    }
}

static INFO: OperationInfo = OperationInfo::new(
    "Create",
    "POST",
    "/v{version}/customers/{customer_id}/qualifications",
)
.accepts(&["application/json", "application/xml"])
.security(&[&["bearerAuth"], &["subscription"]])
.idempotency_key("ms-requestid")
.correlation_id("ms-correlationid")
.correlation_vector("ms-cv");
static VERSION: Parameter = Parameter::new("version");
static CUSTOMER_ID: Parameter = Parameter::new("customer_id");
static CODE: Parameter = Parameter::new("code");
static MS_REQUESTID: Parameter = Parameter::new("ms-requestid");

#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
struct Create<'c> {
    client: &'c runtime::Client,
    version: String,
    customer_id: String,
    code: Option<String>,
    ms_requestid: Option<String>,
    body: Option<CreateBody>,
    accept: Option<&'static str>,
}

#[derive(Clone, Debug)]
enum CreateBody {
    Json(CustomerQualification),
    Xml(CustomerQualification),
    Form(CustomerQualification),
}

impl Create<'_> {
    fn request(&self) -> Result<http::Request<Bytes>, Error> {
        self.client.request(self)
    }

    fn read(
        &self,
        response: http::Response<Bytes>,
    ) -> Result<Response<CustomerQualification>, Error> {
        self.client.read(self, response)
    }

    async fn send(self) -> Result<Response<CustomerQualification>, Error> {
        self.client.send(&self).await
    }

    fn send_blocking(self) -> Result<Response<CustomerQualification>, Error> {
        self.client.send_blocking(&self)
    }
}

impl Operation for Create<'_> {
    type Output = CustomerQualification;

    fn info(&self) -> &'static OperationInfo {
        &INFO
    }

    fn write(&self, request: &mut RequestWriter) {
        request.path_text("/v");
        request.path(&VERSION, &self.version);
        request.path_text("/customers/");
        request.path(&CUSTOMER_ID, &self.customer_id);
        request.path_text("/qualifications");
        request.query_optional(&CODE, &self.code);
        request.header_optional(&MS_REQUESTID, &self.ms_requestid);
        match &self.body {
            Some(CreateBody::Json(body)) => request.body("application/json", body),
            Some(CreateBody::Xml(body)) => request.body("application/xml", body),
            Some(CreateBody::Form(body)) => {
                request.body("application/x-www-form-urlencoded", body);
            }
            None => {}
        }
        if let Some(accept) = self.accept {
            request.accept(accept);
        }
    }

    fn read(response: &ResponseReader<'_>) -> Result<Self::Output, Error> {
        match response.status() {
            200 => response.body(),
            _ => Err(response.unexpected()),
        }
    }
}

fn education() -> CustomerQualification {
    CustomerQualification {
        qualification: Some("Education".into()),
        ..Default::default()
    }
}

fn client(memory: &Memory) -> Client {
    Client::builder()
        .bearer_token("t0k3n")
        .transport(memory.clone())
        .blocking_transport(memory.clone())
        .build()
        .unwrap()
}

#[test]
fn bodies_in_every_media_type() {
    let client = client(&Memory::new());
    for (body, media_type, part) in [
        (
            CreateBody::Json(education()),
            "application/json",
            r#"{"qualification":"Education"}"#,
        ),
        (
            CreateBody::Xml(education()),
            "application/xml",
            "<qualification>Education<",
        ),
        (
            CreateBody::Form(education()),
            "application/x-www-form-urlencoded",
            "qualification=Education",
        ),
    ] {
        let mut op = client.create("1", "c/1");
        op.code = Some("a b".into());
        op.body = Some(body);
        let request = op.request().unwrap();
        let uri = "https://api.partnercenter.test/v1/customers/c%2F1/qualifications?code=a%20b";
        assert_eq!(request.uri(), uri);
        assert_eq!(request.headers()["content-type"], media_type);
        let text = std::str::from_utf8(request.body()).unwrap();
        assert!(text.contains(part), "{text}");
        assert!(!format!("{client:?} {op:?} {request:?}").contains("t0k3n"));
    }
}

#[test]
fn answers_in_every_media_type() {
    let xml = "<CustomerQualification><qualification>Education</qualification>\
               </CustomerQualification>";
    for (content_type, body) in [
        (
            "application/json; charset=utf-8",
            r#"{"qualification":"Education"}"#,
        ),
        ("text/json", r#"{"qualification":"Education"}"#),
        ("application/xml", xml),
        ("Text/XML", xml),
    ] {
        let memory = Memory::new()
            .reply(200, content_type, body)
            .reply(200, content_type, body);
        let client = client(&memory);
        let answer = run(client.create("1", "c").send()).unwrap();
        assert_eq!(*answer, education(), "{content_type}");
        let mut op = client.create("1", "c");
        op.accept = Some("application/xml");
        assert_eq!(
            op.clone().send_blocking().unwrap().into_inner(),
            education()
        );
        assert_eq!(memory.requests()[1].headers()["accept"], "application/xml");
        // Without its own type an answer is what was asked for.
        let untyped = op.read(http::Response::new(Bytes::from(xml))).unwrap();
        assert_eq!(untyped.into_inner(), education());
    }
}

#[test]
fn empty_answers_say_so() {
    for content_type in ["application/json", "application/xml"] {
        let memory = Memory::new().reply(200, content_type, "");
        let error = client(&memory)
            .create("1", "c")
            .send_blocking()
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert!(error.to_string().contains("empty"), "{error}");
    }
}

#[test]
fn the_other_credential_will_do() {
    let memory = Memory::new().reply(200, "application/json", "{}");
    let client = Client::builder()
        .subscription_key("k3y")
        .blocking_transport(memory.clone())
        .build()
        .unwrap();
    client.create("1", "c").send_blocking().unwrap();
    assert_eq!(memory.requests()[0].headers()["subscription-key"], "k3y");
}
