-- Who is responsible for a case: an account in a post, derived from acts as the rest of the row.
alter table casework.summaries add officer uuid;
alter table casework.summaries add officer_post uuid;

-- One officer's cases in each order in which lists are read.
create index summaries_of_officer on casework.summaries (agency, officer, case_id desc)
  where officer is not null;
create index summaries_of_officer_by_term on casework.summaries
  (agency, officer, coalesce(term_until, 'infinity'::date), case_id) where officer is not null;
create index summaries_of_officer_by_contact on casework.summaries
  (agency, officer, coalesce(last_contact_at, '-infinity'::timestamptz), case_id)
  where officer is not null;
-- Cases for which nobody is named, and counting them.
create index summaries_of_nobody on casework.summaries (agency, case_id desc)
  where officer is null and status in ('IN_RECEPTION', 'ACTIVE');
