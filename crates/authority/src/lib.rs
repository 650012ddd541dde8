//! The interface to the 管局: documents, packing, SOAP, client, and (feature simulator) a stand-in.
