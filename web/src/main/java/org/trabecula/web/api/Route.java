package org.trabecula.web.api;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trabecula.web.server.Reply;

/// One thing that can be asked of the room: how it is asked, what it does, and the forms that go in and come out.
///
/// @param method  of HTTP
/// @param path    with `{names}` for the parts that differ
/// @param summary one line for the OpenAPI document
/// @param query   what the query may or must say
/// @param body    a record that is read from JSON; `byte[]` for a file as it is; empty where nothing is sent
/// @param answer  a record that is written as JSON; empty for other types
/// @param type    of the answer
record Route(
        String method, String path, String summary, List<QueryWord> query, Optional<Class<?>> body, Optional<Class<?>> answer, String type,
        Handling handling) {
    static final String JSON = "application/json";

    /// A word of the query.
    ///
    /// @param needed whether a request without it is refused
    record QueryWord(String name, String meaning, boolean needed) {}

    /// What is done.
    @FunctionalInterface
    interface Handling {
        Reply handle(Call call) throws IOException, InterruptedException;
    }

    /// What is done with a record that was sent.
    @FunctionalInterface
    interface Taking<B> {
        Object take(Call call, B body) throws IOException, InterruptedException;
    }

    /// What is told.
    @FunctionalInterface
    interface Telling {
        Object tell(Call call) throws IOException, InterruptedException;
    }

    Route {
        query = List.copyOf(query);
    }

    /// Tells something.
    static Route get(String path, String summary, Class<?> answer, Telling telling) {
        return telling("GET", path, summary, answer, telling);
    }

    /// Does something that needs no more words.
    static Route telling(String method, String path, String summary, Class<?> answer, Telling telling) {
        return new Route(
                method, path, summary, List.of(), Optional.empty(), Optional.of(answer), JSON,
                call -> Reply.Content.json(200, RoomJson.text(telling.tell(call))));
    }

    /// Takes a record and answers with another.
    static <B> Route post(String path, String summary, Class<B> body, Class<?> answer, Taking<B> taking) {
        return new Route(
                "POST", path, summary, List.of(), Optional.of(body), Optional.of(answer), JSON,
                call -> Reply.Content.json(200, RoomJson.text(taking.take(call, RoomJson.read(call.asked(), body)))));
    }

    /// Takes a file.
    static Route put(String path, String summary, Class<?> answer, Telling telling) {
        return new Route(
                "PUT", path, summary, List.of(), Optional.of(byte[].class), Optional.of(answer), JSON,
                call -> Reply.Content.json(200, RoomJson.text(telling.tell(call))));
    }

    /// Answers with something that is no JSON.
    static Route content(String path, String summary, String type, Handling handling) {
        return new Route("GET", path, summary, List.of(), Optional.empty(), Optional.empty(), type, handling);
    }

    /// Removes something.
    static Route delete(String path, String summary, Handling handling) {
        return new Route("DELETE", path, summary, List.of(), Optional.empty(), Optional.empty(), "", handling);
    }

    /// The same with a word of the query.
    Route with(String name, String meaning, boolean needed) {
        List<QueryWord> more = new ArrayList<>(query);
        more.add(new QueryWord(name, meaning, needed));
        return new Route(method, path, summary, more, body, answer, type, handling);
    }
}
