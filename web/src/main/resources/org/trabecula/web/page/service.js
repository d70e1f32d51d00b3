// What the page asks of the room. Refusals come as errors with the five facts that the command line prints too.

export class Refusal extends Error {
  constructor(problems) {
    super(problems.map(problem => problem.what).join('; '));
    this.problems = problems;
  }
}

async function answer(response) {
  if (response.ok) {
    return response.status === 204 ? null : response.json();
  }
  let problems;
  try {
    problems = (await response.json()).problems;
  } catch {
    problems = [{code: String(response.status), what: 'the room gave no answer', where: response.url, found: response.statusText, expected: '', fix: 'reload the page'}];
  }
  if (problems.length === 0) {
    throw new Error('the room failed; its terminal says why');
  }
  throw new Refusal(problems);
}

export async function get(path) {
  return answer(await fetch(path));
}

export async function post(path, body) {
  const sent = body === undefined ? {} : {headers: {'Content-Type': 'application/json'}, body: JSON.stringify(body)};
  return answer(await fetch(path, {method: 'POST', ...sent}));
}

export async function remove(path) {
  return answer(await fetch(path, {method: 'DELETE'}));
}

// Uploads files as one upload; `told` hears how many are there.
export async function upload(files, told) {
  const {upload: id} = await post('/api/uploads');
  let done = 0;
  for (const {file, name} of files) {
    await answer(await fetch(`/api/uploads/${id}/files?name=${encodeURIComponent(name)}`, {method: 'PUT', body: file}));
    done++;
    told(done, files.length);
  }
  return id;
}

// Follows a job to its end; `told` sees each change. The result, or a Refusal; null for a job that was called off.
export function follow(job, told) {
  return new Promise((resolve, reject) => {
    const events = new EventSource(`/api/jobs/${job}/events`);
    events.onmessage = event => {
      const now = JSON.parse(event.data);
      told(now);
      if (now.state === 'done') {
        resolve(now.result);
      } else if (now.state === 'refused') {
        reject(new Refusal(now.problems));
      } else if (now.state === 'cancelled') {
        resolve(null);
      } else if (now.state === 'broken') {
        reject(new Error('the room failed; its terminal says why'));
      } else {
        return;
      }
      events.close();
    };
  });
}
