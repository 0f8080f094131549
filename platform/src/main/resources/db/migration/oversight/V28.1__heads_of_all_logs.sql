-- A comparison is made under the heads of all logs: a line for each, with its name, size and root.
alter table oversight.checks add column heads text not null default '';
update oversight.checks set heads = 'correction ' || tree_size || ' ' || tree_root;
alter table oversight.checks alter column heads drop default;
alter table oversight.checks drop column tree_size;
alter table oversight.checks drop column tree_root;
