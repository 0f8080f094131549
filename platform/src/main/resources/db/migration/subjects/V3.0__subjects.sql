create schema subjects;

-- Everything that says who somebody is stands sealed; what is open here names nobody.
create table subjects.people (
  id uuid primary key,
  -- a keyed digest of the identity number: finds the same person again, tells nothing by itself
  identity_digest bytea not null unique,
  minor_until date,
  sealed bytea not null
);
