-- An act of the agency itself, such as a number of its own, belongs to no case.
alter table notify.notices alter column case_id drop not null;
