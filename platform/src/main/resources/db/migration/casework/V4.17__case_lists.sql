-- Each order in which lists of cases are read, in an agency and in an office. What is not known yet
-- stands where it is looked for: a term without an end last, a person nobody has heard of first.
create index summaries_by_term on casework.summaries
  (agency, coalesce(term_until, 'infinity'::date), case_id);
create index summaries_by_contact on casework.summaries
  (agency, coalesce(last_contact_at, '-infinity'::timestamptz), case_id);
create index summaries_of_office_by_term on casework.summaries
  (office, coalesce(term_until, 'infinity'::date), case_id);
create index summaries_of_office_by_contact on casework.summaries
  (office, coalesce(last_contact_at, '-infinity'::timestamptz), case_id);
-- The same for those that stand in one place, and for counting them.
create index summaries_by_status on casework.summaries (agency, status, case_id desc);
create index summaries_by_status_and_term on casework.summaries
  (agency, status, coalesce(term_until, 'infinity'::date), case_id);
create index summaries_by_status_and_contact on casework.summaries
  (agency, status, coalesce(last_contact_at, '-infinity'::timestamptz), case_id);
