-- What was overdue and to which level it was told (rule H5): once for each, whoever asks how often. The
-- key is the duty and its end, not the deadline's identifier: a case that is folded anew has new ones.
create table notify.escalations (
  instance uuid not null,
  name text not null,
  ends_at timestamptz not null,
  level text not null,
  told_at timestamptz not null,
  primary key (instance, name, ends_at, level)
);

-- A notice of something overdue tells of no act.
alter table notify.notices alter column act drop not null;
