//! The same call as one would write it by hand: `reqwest`, `serde` with derive, `serde_json`.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::{CORRELATION_ID, REQUEST_ID, TOKEN, VECTOR};

/// Makes the call.
#[derive(Clone)]
pub(crate) struct ByHand {
    pub(crate) http: reqwest::Client,
    pub(crate) url: String,
}

/// The body, and an item of the answer.
#[allow(
    clippy::struct_field_names,
    reason = "one of them is called like the type on the wire, too"
)]
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Qualification {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) qualification: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) vetting_create_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) vetting_reason: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) vetting_status: Option<String>,
}

/// The answer.
#[derive(Deserialize)]
pub(crate) struct Qualifications {
    pub(crate) qualifications: Option<Vec<Qualification>>,
}

impl ByHand {
    pub(crate) async fn create(
        &self,
        version: &str,
        customer: &str,
        code: &str,
        body: &Qualification,
    ) -> Result<Qualifications, reqwest::Error> {
        let url = format!(
            "{}/v{version}/customers/{customer}/qualifications",
            self.url
        );
        let request = self
            .http
            .post(url)
            .query(&[("code", code)])
            .bearer_auth(TOKEN)
            .header("accept", "application/json")
            .header("ms-requestid", REQUEST_ID)
            .header("ms-correlationid", CORRELATION_ID)
            .header("ms-cv", VECTOR)
            .timeout(Duration::from_secs(30))
            .json(body);
        request.send().await?.error_for_status()?.json().await
    }
}
