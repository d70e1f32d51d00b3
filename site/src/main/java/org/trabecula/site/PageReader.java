package org.trabecula.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/// Reads Markdown: headings get their names, and the words between them are kept for search.
final class PageReader {
    private static final Parser PARSER = Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private PageReader() {}

    static Page read(String source, String target, String markdown) {
        Node document = PARSER.parse(markdown);
        Words words = new Words();
        document.accept(words);
        words.end();
        return new Page(source, target, document, words.anchors, words.sections);
    }

    /// The words of a part of a page.
    static String words(Node part) {
        Words words = new Words();
        words.visitChildren(part);
        return words.words();
    }

    private static final class Words extends AbstractVisitor {
        private final Map<Heading, String> anchors = new HashMap<>();
        private final List<Page.Section> sections = new ArrayList<>();
        private final Slugs slugs = new Slugs();
        private final StringBuilder text = new StringBuilder();
        private int level;
        private String heading = "";
        private String anchor = "";

        @Override
        protected void visitChildren(Node parent) { // for all of PageReader
            super.visitChildren(parent);
        }

        void end() {
            if (level > 0) {
                sections.add(new Page.Section(level, heading, anchor, words()));
            }
            text.setLength(0);
        }

        private String words() {
            return text.toString().strip().replaceAll("\\s+", " ");
        }

        @Override
        public void visit(Heading node) {
            end();
            visitChildren(node);
            level = node.getLevel();
            heading = words();
            anchor = slugs.of(heading);
            anchors.put(node, anchor);
            text.setLength(0);
        }

        @Override
        public void visit(Text node) {
            text.append(node.getLiteral());
        }

        @Override
        public void visit(Code node) {
            text.append(node.getLiteral());
        }

        @Override
        public void visit(FencedCodeBlock node) {
            text.append(' ').append(node.getLiteral()).append(' ');
        }

        @Override
        public void visit(IndentedCodeBlock node) {
            text.append(' ').append(node.getLiteral()).append(' ');
        }

        @Override
        public void visit(SoftLineBreak node) {
            text.append(' ');
        }

        @Override
        public void visit(HardLineBreak node) {
            text.append(' ');
        }

        @Override
        public void visit(Paragraph node) {
            visitChildren(node);
            text.append(' ');
        }

        @Override
        public void visit(ListItem node) {
            visitChildren(node);
            text.append(' ');
        }

        @Override
        public void visit(BlockQuote node) {
            visitChildren(node);
            text.append(' ');
        }

        @Override
        public void visit(CustomNode node) {
            visitChildren(node);
            if (node instanceof TableCell) {
                text.append(' ');
            }
        }
    }
}
