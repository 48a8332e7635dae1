//! What the compiler must be able to say of the generated types, so that programs can hold them,
//! share them and send them between threads.

use partner_center::models::{CustomerQualification, CustomerQualifications};
use partner_center::operations::{
    CreateCustomerQualifications, CreateCustomerQualificationsAccept,
    CreateCustomerQualificationsBody,
};
use partner_center::{Client, ClientBuilder, Error, Response};

use crate::support::CUSTOMER;

fn shared<T: Send + Sync + 'static>() {}

#[test]
fn types_can_be_shared_between_threads() {
    shared::<Client>();
    shared::<ClientBuilder>();
    shared::<Error>();
    shared::<Box<dyn std::error::Error + Send + Sync>>();
    shared::<Response<CustomerQualifications>>();
    shared::<CustomerQualification>();
    shared::<CreateCustomerQualifications<'static>>();
    shared::<CreateCustomerQualificationsBody>();
    shared::<CreateCustomerQualificationsAccept>();
}

/// `tokio::spawn` and its like want futures that can move.
#[test]
fn calls_can_move_between_threads() {
    fn moves<T: Send>(value: T) -> T {
        value
    }
    let client = Client::builder().build().expect("it can be built");
    drop(moves(
        client.create_customer_qualifications("1", CUSTOMER).send(),
    ));
}

/// An error is one word, so that results stay small.
#[test]
fn errors_are_small() {
    assert_eq!(size_of::<Error>(), size_of::<usize>());
    assert_eq!(size_of::<Result<(), Error>>(), size_of::<usize>());
}
