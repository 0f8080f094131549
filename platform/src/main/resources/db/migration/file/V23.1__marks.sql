-- Which words a file may have: one small sealed set of marks for each case, under the same key as what
-- it was made of. Without the key it says nothing, and it goes with it.
create schema file;

create table file.marks (
  case_id uuid primary key,
  -- counts what was added to the file, and how much of it the marks have
  added bigint not null default 1,
  marked bigint not null default 0,
  sealed bytea
);
alter table file.marks alter sealed set storage external;
create index marks_behind on file.marks (case_id) where marked < added;
