"""What each verb of the page does to a session. The table at the end is the whole list."""

from collections.abc import Awaitable, Callable
from typing import Any

from app import editing, pinning, rerun, runs, scrubbing, stepping
from app import messages as m
from app.address import POSITIVE_ALPHA
from app.experiments import experiment
from app.refusal import Refusal, typed_number, typed_whole_number
from app.session import Session
from app.studies import verbs as studies
from engine.checks import MAX_SEED


async def obey(session: Session, verb: m.Verb) -> None:
    """Do what the page asks, between two bursts of training; raise Refusal in words when it can't be done."""
    async with session.lock:
        doing = COMMANDS[type(verb)](session, verb)
        if doing is not None:
            await doing


def _play(session: Session, verb: m.Play) -> None:
    sentence = session.workspace.play()
    session.workspace.pace.line = None
    session.changed_controls()
    session.tell(sentence)
    session.look_again()
    session.awaken()


def _pause(session: Session, verb: m.Verb) -> None:
    trained = session.workspace.pace.training
    session.workspace.pause()
    session.changed_controls()
    session.refresh(now=True)
    if trained:
        session.changed_runs()


async def _step(session: Session, verb: m.Step) -> None:
    session.workspace.pause()
    try:
        await stepping.train(session, verb.iterations)
        session.workspace.pace.line = None
    except Refusal:
        session.changed_controls()
        raise
    session.changed_controls()
    session.refresh(now=True)
    session.changed_runs()


def _reset(session: Session, verb: m.Verb) -> None:
    editing.reset(session)


def _set_alpha(session: Session, verb: m.SetAlpha) -> None:
    editing.edit(session, verb.gesture, alpha=typed_number("alpha", verb.alpha, POSITIVE_ALPHA))


def _set_hidden_size(session: Session, verb: m.SetHiddenSize) -> None:
    size = typed_whole_number("hidden size", verb.hidden_size, 1, session.settings.max_hidden_size)
    editing.edit(session, verb.gesture, hidden_size=size)


def _set_seed(session: Session, verb: m.SetSeed) -> None:
    seed = typed_whole_number("seed", verb.seed, 0, MAX_SEED)
    editing.reset(session, seed=seed)


def _set_speed(session: Session, verb: m.SetSpeed) -> None:
    session.workspace.pace.speed = verb.speed
    session.start()
    session.changed_controls()
    session.awaken()


def _set_stop(session: Session, verb: m.SetStop) -> None:
    iteration = typed_whole_number("stop at iteration", verb.iteration, 1, session.settings.max_iterations)
    error = None
    if verb.error is not None and str(verb.error).strip():
        allowed = "stop at error must be a number above 0 and below 1, such as 0.01, or empty."
        error = typed_number("stop at error", verb.error, allowed)
        if not 0 < error < 1:
            raise Refusal("bad_value", allowed, "stop at error")
    session.workspace.stop_at(iteration, error)
    session.changed_controls()


def _choose_experiment(session: Session, verb: m.ChooseExperiment) -> None:
    experiment(verb.experiment)
    session.choose(verb.experiment)


def _select_row(session: Session, verb: m.SelectRow) -> None:
    before = session.workspace.rows
    session.workspace.select_row(verb.row)
    if session.workspace.rows == before:
        session.changed_controls()
    else:
        session.start_over()  # the page turns


async def _look_ahead(session: Session, verb: m.LookAhead) -> None:
    await session.foresight.ask(verb)


def _look_away(session: Session, verb: m.Verb) -> None:
    session.foresight.look_away()


COMMANDS: dict[type[m.Verb], Callable[[Session, Any], Awaitable[None] | None]] = {
    m.Play: _play,
    m.Pause: _pause,
    m.Step: _step,
    m.Reset: _reset,
    m.SetAlpha: _set_alpha,
    m.SetHiddenSize: _set_hidden_size,
    m.SetSeed: _set_seed,
    m.SetSpeed: _set_speed,
    m.SetStop: _set_stop,
    m.ChooseExperiment: _choose_experiment,
    m.SelectRow: _select_row,
    m.DropWeights: editing.drop_weights,
    m.GoTo: scrubbing.go_to,
    m.RemoveEdit: rerun.remove_edit,
    m.MoveEdit: rerun.move_edit,
    m.Undo: rerun.undo,
    m.Redo: rerun.redo,
    m.Branch: runs.branch,
    m.ChooseRun: runs.choose_run,
    m.RenameRun: runs.rename_run,
    m.HideRun: runs.hide_run,
    m.DeleteRun: runs.delete_run,
    m.ClearOlder: runs.clear_older,
    m.SetGoal: runs.set_goal,
    m.StepLine: stepping.step_line,
    m.GoToLine: stepping.go_to_line,
    m.SwitchLine: editing.switch_line,
    m.Mend: editing.mend,
    m.SetWeight: editing.set_weight,
    m.SetWeights: editing.set_weights,
    m.SetCell: editing.set_cell,
    m.AddRow: editing.add_row,
    m.RemoveRow: editing.remove_row,
    m.AddColumn: editing.add_column,
    m.RemoveColumn: editing.remove_column,
    m.LoadData: editing.load_data,
    m.UseData: editing.use_data,
    m.ShuffleRows: editing.shuffle_rows,
    m.CopyRows: editing.copy_rows,
    m.TryInputs: editing.try_inputs,
    m.ForgetInputs: editing.forget_inputs,
    m.Pin: pinning.pin,
    m.Unpin: pinning.unpin,
    m.LookBack: pinning.look_back,
    m.LookAhead: _look_ahead,
    m.LookAway: _look_away,
    m.StartRace: studies.start_race,
    m.StartSweep: studies.start_sweep,
    m.CancelStudy: studies.cancel_study,
    m.DeleteStudy: studies.delete_study,
    m.OpenFromStudy: studies.open_from_study,
}
