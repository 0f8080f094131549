-- The place in the log with which a paper was first printed, so that each print is the same: path
-- and checkpoint, nothing about anybody.
create table documents.proofs (
  document uuid primary key references documents.documents,
  proof bytea not null
);
