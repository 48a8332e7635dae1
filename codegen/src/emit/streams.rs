//! The ways to read an answer while it comes.

use super::output::emit_form;
use super::ty::Paths;
use crate::plan::operations::{EventForm, Streams};
use crate::plan::ty::Ty;
use crate::tokens::{TokenStream, quote};

/// Emits the methods of the builder.
pub(super) fn emit_streams(streams: &Streams) -> TokenStream {
    let items = streams.items.as_ref();
    let items = items.map(|(ty, form)| emit_items(ty, *form));
    let events = streams.has_events.then(emit_events);
    let download = streams.is_download.then(emit_download);
    quote!(#items #events #download)
}

fn emit_items(ty: &Ty, form: EventForm) -> TokenStream {
    let (ty, form) = (Paths::imported().ty(ty), emit_form(form));
    quote! {
        /// Sends the request and returns the items of the answer as they come.
        pub async fn send_items(self) -> Result<Response<Items<#ty>>, Error> {
            self.client.send_items(&self, EventItem::#form).await
        }
        /// The same, and blocks the thread while it waits for items.
        #[inline]
        pub fn send_items_blocking(self) -> Result<Response<BlockingItems<#ty>>, Error> {
            self.client.send_items_blocking(&self, EventItem::#form)
        }
    }
}

fn emit_events() -> TokenStream {
    quote! {
        /// Sends the request and returns the events of the answer as they come.
        pub async fn send_events(self) -> Result<Response<Events>, Error> {
            self.client.send_events(&self).await
        }
        /// The same, and blocks the thread while it waits for events.
        #[inline]
        pub fn send_events_blocking(self) -> Result<Response<BlockingEvents>, Error> {
            self.client.send_events_blocking(&self)
        }
    }
}

fn emit_download() -> TokenStream {
    quote! {
        /// Sends the request and returns the body of the answer as it comes.
        pub async fn send_streaming(self) -> Result<Response<Download>, Error> {
            self.client.send_streaming(&self).await
        }
        /// The same, and blocks the thread while it waits for the body.
        #[inline]
        pub fn send_streaming_blocking(self) -> Result<Response<BlockingDownload>, Error> {
            self.client.send_streaming_blocking(&self)
        }
    }
}
