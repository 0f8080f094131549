-- What stands in files that others made, sealed as they are, and how many pages they have. A file
-- waits here from the moment it comes in until it was read.
create table documents.texts (
  document uuid primary key references documents.documents,
  state text not null default 'WAITING',
  pages int,
  sealed bytea
);
create index texts_waiting on documents.texts (document) where state = 'WAITING';

insert into documents.texts (document)
  select id from documents.documents where media_type in ('application/pdf', 'application/ofd');
