create schema wall;

-- Derived: what happened, for the command centre's screen. No person and no name: type and time.
create table wall.feed (
  act uuid primary key,
  at timestamptz not null,
  type text not null,
  custody uuid not null,
  office uuid
);
create index feed_by_time on wall.feed (custody, at desc);
