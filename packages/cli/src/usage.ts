/** What `audit --help` prints, and `--help` alone. */
export const usage = `Usage: customer-layer audit [FILE or GLOB ...] [options]

Audits the customer layer of Backstage catalog files, without a server. Without a name it is catalog-info.yaml in the
working directory. Files that a Location names are read as well.

Options:
  --format FORMAT     text (unless told), json, junit, sarif or csv
  --output FILE       write the report to this file; standard output gets the text then
  --state STATE       report only findings in this state: fail, unmeasured, exempt, pass or skipped; repeat it for several.
                      Without it, all but skipped ones
  --rule ID           judge by this rule only; repeat it for several
  --fail-on LEVEL     exit with 1 at findings of this severity or above: error (unless told), warning or never
  --exemptions FILE   a YAML list of rule, subject, reason, approvedBy and expiresOn
  --config FILE       an app-config.yaml, of which customerLayer is read
  --now DATE          judge ages as of this day or time, in ISO 8601
  --portal URL        take in what the files have to do with from the catalog of this running backend
  --token TOKEN       to ask the portal with; or in the environment variable CUSTOMER_LAYER_TOKEN
  --version           print the version
  --help              print this

Exit codes: 0 nothing failed; 1 findings at --fail-on or above; 2 the command can't be understood or a file can't be read;
3 the portal doesn't answer.

There is also customer-layer rules, which tries out rules that assign customers and operations teams: see its --help.`;

/** What `rules --help` prints. */
export const rulesUsage = `Usage: customer-layer rules [FILE or GLOB ...] --rules FILE [options]

Tells what rules and aliases would assign to a catalog: to the entities in files, or in a running portal. Nothing is written.
Without a name it is catalog-info.yaml in the working directory. Files that a Location names are read as well.

Options:
  --rules FILE        YAML with the lists rules and aliases; repeat it for several
  --config FILE       an app-config.yaml, of which customerLayer is read, with its assignments
  --portal URL        try them out on the catalog of this running backend, in place of files
  --token TOKEN       to ask the portal with; or in the environment variable CUSTOMER_LAYER_TOKEN
  --format FORMAT     text (unless told) or json
  --version           print the version
  --help              print this

Exit codes: 0 all rules can be used; 1 something is wrong with one, or with a catalog file; 2 the command can't be understood
or a file can't be read; 3 the portal doesn't answer.`;
