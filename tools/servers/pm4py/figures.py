"""What pm4py makes of log files: figures.py QUESTIONS, a JSON list; prints {"answers": [...]} on a line of its own.

{"xes": FILE, "schema": XSD?}             figures of a XES file; where a schema is given, whether it validates
{"csv": FILE, "case": COLUMN, "events": [{"activity": [COLUMN | "'text'", ...], "time": COLUMN}], "zone": ZONE?}
                                          figures of a table; a row tells of one event for each of events whose time it has
{"ocel": FILE}                            what an OCEL 2.0 file holds: JSON, or SQLite by its name
"""
import json
import sys

import pandas
import pm4py


def of_table(question):
    table = pandas.concat([pandas.read_csv(file, dtype=str, keep_default_na=False) for file in files(question["csv"])], ignore_index=True)
    parts = []
    for event in question["events"]:
        told = table[table[event["time"]] != ""]
        activity = ["/".join(words) for words in zip(*(column(told, name) for name in event["activity"]))]
        time = pandas.to_datetime(told[event["time"]], utc="zone" not in question, format="mixed")
        if "zone" in question:
            time = time.dt.tz_localize(question["zone"], ambiguous=True, nonexistent="shift_forward").dt.tz_convert("UTC")
        parts.append(pandas.DataFrame({"case": told[question["case"]].to_numpy(), "activity": activity, "time": time.to_numpy(), "row": told.index}))
    log = pandas.concat(parts).sort_values(["time", "row"], kind="stable")
    log["time"] = pandas.to_datetime(log["time"], utc=True)
    return pm4py.format_dataframe(log, case_id="case", activity_key="activity", timestamp_key="time")


def files(named):
    return named if isinstance(named, list) else [named]


def column(table, name):
    return [name.strip("'")] * len(table) if name.startswith("'") else table[name]


def figures(log):
    variants = {variant: count for variant, count in pm4py.get_variants(log).items()}
    durations = pandas.Series(pm4py.get_all_case_durations(log), dtype=float)
    edges, starts, ends = pm4py.discover_dfg(log)
    return {
        "cases": int(log["case:concept:name"].nunique()),
        "events": len(log),
        "variants": len(variants),
        "commonest": max(variants.values()),
        "durations": {"mean": durations.mean(), "median": durations.median(), "longest": durations.max()},
        "activities": {name: int(count) for name, count in log["concept:name"].value_counts().items()},
        "starts": dict(starts),
        "ends": dict(ends),
        "edges": {f"{a} > {b}": count for (a, b), count in edges.items()},
        "resources": int(log["org:resource"].nunique()) if "org:resource" in log else None,
    }


def of_xes(question):
    valid = {}
    if "schema" in question:
        from lxml import etree

        schema = etree.XMLSchema(etree.parse(question["schema"]))
        valid = {"valid": schema.validate(etree.parse(question["xes"])), "faults": [str(fault) for fault in schema.error_log][:5]}
    return {**figures(pm4py.read_xes(question["xes"])), **valid}


def of_ocel(question):
    file = question["ocel"]
    ocel = pm4py.read_ocel2_sqlite(file) if file.endswith(".sqlite") else pm4py.read_ocel2_json(file)
    return {
        "events": len(ocel.events),
        "objects": {name: int(count) for name, count in ocel.objects["ocel:type"].value_counts().items()},
        "activities": {name: int(count) for name, count in ocel.events["ocel:activity"].value_counts().items()},
        "relations": len(ocel.relations),
        "objectRelations": len(ocel.o2o),
        "changes": len(ocel.object_changes),
    }


def answer(question):
    if "ocel" in question:
        return of_ocel(question)
    return of_xes(question) if "xes" in question else figures(of_table(question))


answers = [answer(question) for question in json.loads(sys.argv[1])]
print()
print(json.dumps({"answers": answers}, separators=(", ", ":")))
