-- The signature that goes with an agency's seal: over number and hash, by the agency's key.
create table documents.seals (
  document uuid primary key references documents.documents,
  agency text not null,
  key text not null,
  signature bytea not null
);
