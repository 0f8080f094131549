package org.smartcorrection.platform.paper;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;

/** The structure tree of a PDF (ISO 32000, 14.7), grown while its pages are written. */
final class PdfStructure {
  private final PDDocument document;
  private final PDStructureTreeRoot root = new PDStructureTreeRoot();
  private final PDStructureElement whole = new PDStructureElement("Document", root);
  private final Map<Element, PDStructureElement> elements = new HashMap<>();
  private final Map<Integer, PDParentTreeValue> parents = new TreeMap<>();
  private PDPage page = new PDPage();
  private COSArray parentsOnPage = new COSArray();

  PdfStructure(PDDocument document) {
    this.document = document;
    root.appendKid(whole);
  }

  /** What follows stands on this page. */
  void begin(PDPage next) {
    page = next;
    int number = parents.size();
    next.setStructParents(number);
    parentsOnPage = new COSArray();
    parents.put(number, new PDParentTreeValue(parentsOnPage));
  }

  /** The operator that opens content belonging to an element. */
  String opening(Element element) {
    PDStructureElement tag = tag(element);
    int content = parentsOnPage.size();
    parentsOnPage.add(tag);
    var reference = new org.apache.pdfbox.cos.COSDictionary();
    reference.setItem(COSName.TYPE, COSName.getPDFName("MCR"));
    reference.setItem(COSName.PG, page);
    reference.setInt(COSName.MCID, content);
    tag.appendKid(
        new org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference(
            reference));
    return "/%s <</MCID %d>> BDC\n".formatted(element.type(), content);
  }

  private PDStructureElement tag(Element element) {
    PDStructureElement known = elements.get(element);
    if (known != null) return known;
    Element above = element.parent();
    PDStructureElement parent = above == null ? whole : tag(above);
    var tag = new PDStructureElement(element.type(), parent);
    if (element.alternative() != null)
      tag.setAlternateDescription(Objects.requireNonNull(element.alternative()));
    parent.appendKid(tag);
    elements.put(element, tag);
    return tag;
  }

  void end() {
    var tree = new PDNumberTreeNode(PDParentTreeValue.class);
    tree.setNumbers(parents);
    root.setParentTree(tree);
    root.setParentTreeNextKey(parents.size());
    var catalog = document.getDocumentCatalog();
    catalog.setStructureTreeRoot(root);
    var marked = new PDMarkInfo();
    marked.setMarked(true);
    catalog.setMarkInfo(marked);
  }
}
