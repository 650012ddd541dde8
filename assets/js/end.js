beian.begin(document);
