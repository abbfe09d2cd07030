"""Measures OpenSim and MuJoCo on the poses of a file; run by `cargo xtask bench body --peers`.

Arguments: the file of poses (one JSON pose a line, as for `counterpose body lengths --batch`), the file of our own
answers to them, and the skeleton's data file, whose couplers give the dependent coordinates. Prints one JSON object.
All times are of the processor, the fastest of some rounds. Time spent in Python is measured on a second call, which
answers from the cache, and taken away.
"""

import json
import sys
import time

poses = [json.loads(line)["coordinates"] for line in open(sys.argv[1])]
ours = [json.loads(line) for line in open(sys.argv[2])]
couplers = [line.split()[1:5] for line in open(sys.argv[3]) if line.startswith("coupled ")]
ROUNDS = 5
answer = {}


def opensim_part():
    import os
    from pathlib import Path

    import opensim

    opensim.Logger.setLevelString("Off")
    import importlib.util

    package = Path(importlib.util.find_spec("Pose2Sim").origin).parent
    model = opensim.Model(str(package / "OpenSim_Setup" / "Model_Pose2Sim_muscles_flex.osim"))
    state = model.initSystem()
    names = set(ours[0]["lengths"]) | set(ours[0]["not_valid"])
    muscles = [m for m in (model.getMuscles().get(i) for i in range(model.getMuscles().getSize())) if m.getName() in names]
    paths = [opensim.GeometryPath.safeDownCast(m.getPath()) for m in muscles]
    coordinates = {c.getName(): c for c in (model.getCoordinateSet().get(i) for i in range(model.getNumCoordinates()))}

    def put(pose):
        values = {name: pose.get(name, 0.0) for name in coordinates}
        for name, follows, slope, offset in couplers:
            if name in values:
                values[name] = float(slope) * pose.get(follows, 0.0) + float(offset)
        for name, value in values.items():
            coordinates[name].setValue(state, value, False)

    placing = lengths = arms = 0.0
    worst = 0.0
    pairs = [("hip_flexion_r", "glmed1_r"), ("hip_flexion_r", "iliacus_r"), ("knee_angle_r", "bflh_r")]
    plain = [m for m in names if not m.startswith(("IL_L", "vas", "gas", "glmax", "addbrev", "addlong", "addmag", "psoas", "iliacus", "recfem", "bfsh", "semi", "grac"))]
    for pose, mine in zip(poses, ours):
        best = [float("inf")] * 4
        for _ in range(ROUNDS):
            put(pose)
            a = time.thread_time()
            model.realizePosition(state)
            b = time.thread_time()
            for path in paths:
                path.getLength(state)
            c = time.thread_time()
            for path in paths:
                path.getLength(state)
            d = time.thread_time()
            best[0] = min(best[0], b - a)
            best[1] = min(best[1], c - b)
            best[3] = min(best[3], d - c)
        for coordinate, muscle in pairs:
            path = paths[[m.getName() for m in muscles].index(muscle)]
            a = time.thread_time()
            path.computeMomentArm(state, coordinates[coordinate])
            best[2] = min(best[2], time.thread_time() - a)
        placing += best[0]
        # The second call finds every length ready: what it costs is Python's share of the first.
        lengths += max(best[1] - best[3], 0.0)
        arms += best[2]
        by_name = {m.getName(): p.getLength(state) for m, p in zip(muscles, paths)}
        worst = max([worst] + [abs(by_name[n] - mine["lengths"][n]) for n in plain if n in mine["lengths"]])
    count = len(poses)
    answer["opensim"] = {
        "version": opensim.GetVersion(),
        "muscles": len(paths),
        "lengths_per_second": count / (placing + lengths),
        "microseconds_a_moment_arm": 1e6 * arms / count,
        "greatest_difference_of_a_plain_length_m": worst,
    }


def mujoco_part():
    import mujoco
    import myo_sim

    model, data = myo_sim.load("myolegs")
    joints = {mujoco.mj_id2name(model, mujoco.mjtObj.mjOBJ_JOINT, i): model.jnt_qposadr[i] for i in range(model.njnt)}
    both = [name for name in joints if name in poses[0]]

    def once():
        mujoco.mj_kinematics(model, data)
        mujoco.mj_comPos(model, data)
        mujoco.mj_tendon(model, data)

    total = 0.0
    for pose in poses:
        for name in both:
            data.qpos[joints[name]] = pose[name]
        once()
        best = float("inf")
        for _ in range(ROUNDS * 4):
            a = time.thread_time()
            for _ in range(20):
                once()
            best = min(best, (time.thread_time() - a) / 20)
        total += best
    answer["mujoco"] = {
        "version": mujoco.__version__,
        "model": "myolegs",
        "muscles": int(model.ntendon),
        "joints_in_common": len(both),
        "moment_arms_per_second": len(poses) / total,
    }


for part in (opensim_part, mujoco_part):
    try:
        part()
    except Exception as error:  # A peer that cannot be had is said, and the other goes on.
        answer[part.__name__.removesuffix("_part")] = {"missing": f"{type(error).__name__}: {error}"}
print(json.dumps(answer))
