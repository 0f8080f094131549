-- Which records could be one human typed twice: keyed digests of the name with the birth day, and of
-- the identity number with one digit, or the order of two neighbours, left out. Two records that
-- share one are compared on opened data; the numbers tell nothing without the installation's key.
create table subjects.likeness (
  person uuid primary key references subjects.people,
  marks bigint[] not null
);
create index likeness_by_mark on subjects.likeness using gin (marks);
