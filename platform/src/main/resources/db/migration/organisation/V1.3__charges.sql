-- With which procedures a post is charged within its agency, from which day on. What the post may
-- at all is the law's and stands in the procedures; this says whose work it is among those who may.
create table organisation.post_charges (
  id uuid primary key,
  post uuid not null references organisation.posts,
  procedure text not null,
  charged boolean not null,
  from_day date not null,
  noted_at timestamptz not null,
  noted_by uuid not null
);
create index post_charges_by_post on organisation.post_charges (post, procedure, from_day desc, id desc);
create trigger post_charges_stay before update or delete on organisation.post_charges
  for each row execute function organisation.history_stays();
